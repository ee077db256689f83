package org.peerline.sms.outbox.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.TimeSource;
import org.peerline.privacy.PersonErased;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.ServiceColumn;
import org.peerline.sms.outbox.MessageSealing;
import org.peerline.sms.outbox.MessageSealing.Part;

/**
 * Texts that went out or are owed. A person's erasure takes back what is still queued, and what waits for its turn with a
 * copy of the service; what one is handing to the provider at this moment goes out, and nothing of it is left here.
 */
@ApplicationScoped
class TextKeeper implements PersonalDataKeeper {
    private static final String THEIRS = """
            from message m left join assignment a on a.id = m.assignment_id
                 left join support_request r on r.id = coalesce(m.request_id, a.request_id)
            where (m.to_person = :person or m.body_person = :person
                   or (m.to_party <> 'STRANGER' and (r.requester_id = :person or a.peer_id = :person))
                   or (m.to_person is null and m.to_key = any(:handsets)))
            """;

    // What we told the other one is the other one's: it may say why somebody else helps them now. So is the page to the
    // safeguarding lead whose handset this happens to be.
    private static final String ABOUT_THEM = """
             and (m.author is not null or m.to_party = :party
                  or (m.to_party = 'STRANGER' and coalesce(m.body_person, :person) = :person))
            """;

    private static final String TOLD = ABOUT_THEM + " and m.status <> 'CANCELLED'";

    private static final String REPORTS = """
             array(select d.status || ' ' || to_char(d.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                   from delivery_report d where d.message_id = m.id order by d.received_at) as reports\s""";

    private static final String QUESTIONS =
            "select kind, our_number, asked_at, expires_at from question where number_key = any(:handsets) order by asked_at";

    // What a peer wrote is theirs to take away; what was written to them is the other's.
    private static final String CANCEL = """
            update message m set status = 'CANCELLED', settled_at = :now, claimed_until = null
            where m.status = 'QUEUED' and m.id in (select m.id
            """ + THEIRS + """
             and (m.to_person = :person or m.body_person = :person or (m.to_person is null and m.to_key = any(:handsets))
                  or (m.author = 'PEER' and a.peer_id = :person)))
            """;

    private static final String CLEAR = """
            update message m
            set heading = case when taken.words then null else heading end,
                body = case when taken.words then null else body end,
                footer = case when taken.words then null else footer end,
                to_number = case when taken.address then null else to_number end,
                to_key = case when taken.address then 'erased:' || taken.id else to_key end
            from (select m.id,
                         m.body_person = :person or (m.author = 'PEER' and a.peer_id = :person)
                             or (m.to_person is null and m.to_key = any(:handsets)) as words,
                         m.to_person = :person or (m.to_person is null and m.to_key = any(:handsets)) as address
            """ + THEIRS + """
             ) taken
            where taken.id = m.id and (taken.words or taken.address)
              and (m.body is not null or m.to_number is not null or m.heading is not null or m.footer is not null)
            """;

    // Our own words to the other one name this one: the peer's details, a list of open cases.
    private static final String CLEAR_NAMING = """
            update message m set heading = null, body = null, footer = null
            where m.body is not null and m.author is null and m.status not in ('QUEUED', 'SENDING')
              and ((m.to_party = 'REQUESTER' and m.assignment_id in (select id from assignment where peer_id = :person))
                   or (m.assignment_id is null and m.request_id is null
                       and m.to_person in (select peer_id from assignment where requester_id = :person
                                           union select requester_id from assignment where peer_id = :person)))
            """;

    private static final String LEFT_OUT = "(left out: about the other person)";

    private final Jdbi jdbi;
    private final MessageSealing sealing;
    private final TextDuties duties;
    private final TimeSource time;

    TextKeeper(Jdbi jdbi, MessageSealing sealing, TextDuties duties, TimeSource time) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.duties = duties;
        this.time = time;
    }

    @Override
    public String heading() {
        return "Texts";
    }

    @Override
    public Set<String> tables() {
        return Set.of("message", "delivery_report", "question");
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Set<UUID> traces(Person person) {
        return new HashSet<>(jdbi.withHandle(handle -> handle.createQuery("select m.id " + THEIRS + ABOUT_THEM)
                .bind("person", person.id())
                .bind("party", party(person))
                .bind("handsets", person.handsetKeys())
                .mapTo(UUID.class)
                .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> {
            var held = new ArrayList<>(handle.createQuery(
                            "select m.*, a.peer_id, r.reference, " + REPORTS + THEIRS + TOLD + " order by m.id")
                    .bind("person", person.id())
                    .bind("party", party(person))
                    .bind("handsets", person.handsetKeys())
                    .map((row, context) -> record(row, person, words))
                    .list());
            handle.createQuery(QUESTIONS)
                    .bind("handsets", person.handsetKeys())
                    .map((row, context) -> new HeldRecord()
                            .withCode("question that your next text may answer", row.getString("kind"))
                            .with("on our number", row.getString("our_number"))
                            .with("asked", row.getTimestamp("asked_at"))
                            .with("until", row.getTimestamp("expires_at")))
                    .forEach(held::add);
            return held;
        });
    }

    private HeldRecord record(ResultSet row, Person person, Words words) throws SQLException {
        boolean kept = row.getBytes("body") != null;
        String to = row.getString("to_party");
        // Why the other one's phone takes nothing is for them to know: they may have opted out.
        boolean toTheOther = !to.equals("STRANGER") && !to.equals(party(person));
        var record = new HeldRecord()
                .withCode("kind", row.getString("kind"))
                .with("written", row.getTimestamp("created_at"))
                .with("request", row.getString("reference"))
                .with("from our number", row.getString("from_number"))
                .with("to", isPageOf(row, person) ? "the safeguarding lead on call" : who(to, person))
                .with("written by", row.getString("author") == null ? "us" : who(row.getString("author"), person))
                .withCode("status", row.getString("status"))
                .with("fault", toTheOther ? null : row.getString("error_code"))
                .with("parts", row.getInt("segments"))
                .with("tried", row.getInt("attempts"))
                .with("sent", row.getTimestamp("sent_at"))
                .with("settled", row.getTimestamp("settled_at"))
                .with("reports of the network", List.of((String[])
                        row.getArray("reports").getArray()));
        if (words != Words.TOLD || !kept) {
            return record.with("words are kept", kept);
        }
        return record.with("words", isTheirs(row, person) ? open(row) : LEFT_OUT);
    }

    /**
     * A requester has the whole conversation, which was about them. A peer has what they wrote: what they were written, by
     * the requester or by us about one, is the requester's, and health data by inference; their own call for help is theirs.
     */
    private static boolean isTheirs(ResultSet row, Person person) throws SQLException {
        return person.isRequester() || "PEER".equals(row.getString("author")) || isPageOf(row, person);
    }

    /** A page is the only text to nobody whom we know that is about somebody whom we do. */
    private static boolean isPageOf(ResultSet row, Person person) throws SQLException {
        return row.getString("to_party").equals("STRANGER")
                && person.id().equals(row.getObject("body_person", UUID.class));
    }

    private static String party(Person person) {
        return person.isPeer() ? "PEER" : "REQUESTER";
    }

    private static String who(String party, Person person) {
        if (party.equals("STRANGER")) {
            return "your number, before we knew whose it was";
        }
        return party.equals("REQUESTER") == person.isRequester() ? "you" : "the other person";
    }

    private String open(ResultSet row) throws SQLException {
        UUID sealedFor = row.getObject("body_person", UUID.class);
        try {
            return sealing.open(sealedFor, Part.BODY, row.getObject("id", UUID.class), row.getBytes("body"));
        } catch (PersonErased gone) {
            return null;
        }
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return jdbi.withHandle(handle -> {
            var removed = new LinkedHashMap<String, Integer>();
            removed.put("queued_texts_cancelled", run(handle, CANCEL, person));
            removed.put("texts_emptied", run(handle, CLEAR, person));
            removed.put(
                    "texts_naming_them_emptied",
                    handle.createUpdate(CLEAR_NAMING)
                            .bind("person", person.id())
                            .execute());
            removed.put(
                    "questions",
                    handle.createUpdate("delete from question where number_key = any(:handsets)")
                            .bind("handsets", person.handsetKeys())
                            .execute());
            return removed;
        });
    }

    private int run(Handle handle, String statement, Person person) {
        var update = handle.createUpdate(statement).bind("person", person.id()).bind("handsets", person.handsetKeys());
        return (statement.contains(":now") ? update.bind("now", time.now()) : update).execute();
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(
                new ServiceColumn("message", "to_number", "id", "message.to_number", "t.to_person is null"),
                new ServiceColumn("message", "heading", "id", "message.heading", "t.body_person is null"),
                new ServiceColumn("message", "body", "id", "message.body", "t.body_person is null"),
                new ServiceColumn("message", "footer", "id", "message.footer", "t.body_person is null"));
    }

    @Override
    public List<RetentionDuty> duties() {
        return duties.all();
    }
}
