package org.peerline.sms.outbox.doubt;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.BareFault;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.privacy.PersonErased;
import org.peerline.sms.outbox.MessageSealing;
import org.peerline.sms.outbox.MessageSealing.Part;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.gateway.ProviderIds;

/** The texts in doubt, and when each is looked up next. */
@ApplicationScoped
class Doubts {
    private static final Logger LOG = Logger.getLogger(Doubts.class);

    /** Longer than a look can take: a look whose replica died is made again. */
    private static final Duration LOOKING = Duration.ofMinutes(2);

    private static final String COLUMNS = "m.id, m.send_no, m.looked_up, coalesce(m.handed_at, m.created_at) as"
            + " handed_at, m.from_number, m.request_id, m.to_person, m.to_number, m.body_person, m.heading, m.body,"
            + " m.footer";

    private static final String TAKE = """
            update message m set look_up_at = :again, looked_up = looked_up + 1
            where m.id = (
                select id from message
                where status = 'UNKNOWN' and (look_up_at <= :now or look_up_at > :impossible)
                order by look_up_at limit 1 for update skip locked)
            returning\s""" + COLUMNS;

    private final Jdbi jdbi;
    private final MessageSealing sealing;
    private final ProviderIds providerIds;
    private final TimeSource time;

    Doubts(Jdbi jdbi, MessageSealing sealing, ProviderIds providerIds, TimeSource time) {
        this.providerIds = providerIds;
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.time = time;
    }

    /** Plans the first look of what has become doubtful since. */
    int plan() {
        return jdbi.withHandle(handle -> handle.createUpdate(
                        "update message set look_up_at = :at where status = 'UNKNOWN' and look_up_at is null and looked_up = 0")
                .bind("at", LookUpPlan.STANDARD.next(time.now(), 0).orElseThrow())
                .execute());
    }

    /** The doubt that has been due longest, for this replica alone. */
    Optional<Doubt> take() {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(TAKE)
                .bind("now", now)
                .bind("again", now.plus(LOOKING))
                .bind("impossible", now.plus(LookUpPlan.STANDARD.longest()))
                .map((row, context) -> doubt(row))
                .findFirst());
    }

    /** False when it is not in doubt any more. */
    boolean giveUp(UUID message) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update message set status = 'FAILED', error_code = '" + MessageStatus.GIVEN_UP
                                + "', settled_at = ?, look_up_at = null where id = ? and status = 'UNKNOWN'",
                        time.now(),
                        message))
                == 1;
    }

    /** A text that is in doubt now, or was when it was given up, whenever it is looked up next. */
    Optional<Doubt> of(UUID message) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + COLUMNS + " from message m where m.id = ? and " + MessageStatus.DOUBTFUL, message)
                .map((row, context) -> doubt(row))
                .findFirst());
    }

    /** This look does not count: the records could not be read. */
    void lookAgain(Doubt doubt) {
        jdbi.useHandle(handle -> handle.execute(
                "update message set looked_up = looked_up - 1, look_up_at = ? where id = ? and status = 'UNKNOWN'",
                time.now().plus(LOOKING),
                doubt.message()));
    }

    /** Nothing was found; false when that was the last look. */
    boolean nothingFound(Doubt doubt) {
        Optional<Instant> next = LookUpPlan.STANDARD.next(time.now(), doubt.looks());
        jdbi.useHandle(handle -> handle.createUpdate("update message set look_up_at = :next,"
                        + " error_code = case when :last then 'not_on_record' else error_code end"
                        + " where id = :id and status = 'UNKNOWN'")
                .bind("next", next.orElse(null))
                .bind("last", next.isEmpty())
                .bind("id", doubt.message())
                .execute());
        return next.isPresent();
    }

    /** Nobody can look it up any more; what is known of it stays as it is. */
    void leaveToPerson(Doubt doubt) {
        jdbi.useHandle(handle -> handle.execute(
                "update message set look_up_at = null where id = ? and status = 'UNKNOWN'", doubt.message()));
    }

    boolean stands(Doubt doubt) {
        return jdbi.withHandle(handle -> handle.select(
                        "select 1 from message m where m.id = ? and " + MessageStatus.DOUBTFUL
                                + " and m.send_no = ? for update",
                        doubt.message(),
                        doubt.sendNo())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    /** Which of these of the provider's ids belong to a text of ours already, or to an earlier hand-over of one. */
    Set<String> knownAmong(List<String> ids) {
        Set<String> known = Set.copyOf(jdbi.withHandle(
                handle -> handle.createQuery("select provider_id from message where provider_id = any(:ids)"
                                + " union select provider_id from delivery_report"
                                + " where provider_id = any(:ids) and message_id is not null")
                        .bind("ids", ids.stream().map(providerIds::kept).toArray(String[]::new))
                        .mapTo(String.class)
                        .list()));
        return ids.stream().filter(id -> known.contains(providerIds.kept(id))).collect(Collectors.toSet());
    }

    /** Which of these of the provider's ids belong to a text that counts as sent, and of which nothing more is known. */
    Set<String> sentAmong(List<String> ids) {
        Set<String> sent = Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(
                        "select provider_id from message where provider_id = any(:ids) and status = 'SENT'")
                .bind("ids", ids.stream().map(providerIds::kept).toArray(String[]::new))
                .mapTo(String.class)
                .list()));
        return ids.stream().filter(id -> sent.contains(providerIds.kept(id))).collect(Collectors.toSet());
    }

    Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(look_up_at) from message where status = 'UNKNOWN'")
                .mapTo(Instant.class)
                .findFirst());
    }

    private Doubt doubt(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Optional<PhoneNumber> to = Optional.empty();
        String words = "";
        try {
            UUID writer = row.getObject("body_person", UUID.class);
            words = open(writer, Part.HEADING, id, row.getBytes("heading"))
                    + open(writer, Part.BODY, id, row.getBytes("body"))
                    + open(writer, Part.FOOTER, id, row.getBytes("footer"));
            UUID reader = row.getObject("to_person", UUID.class);
            String number = open(reader, Part.TO_NUMBER, id, row.getBytes("to_number"));
            to = number.isEmpty() ? Optional.empty() : Optional.of(new PhoneNumber(number));
        } catch (PersonErased nobodyToAskAbout) {
            // A person sees that it stays in doubt.
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            // The others are still to be looked up.
            LOG.errorf(new BareFault(unreadable), "Text %s is in doubt and cannot be read", id);
        }
        return new Doubt(
                id,
                row.getInt("send_no"),
                row.getInt("looked_up"),
                row.getTimestamp("handed_at").toInstant(),
                new PhoneNumber(row.getString("from_number")),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                to,
                words);
    }

    private String open(UUID person, Part part, UUID message, byte[] sealed) {
        return sealed == null ? "" : sealing.open(person, part, message, sealed);
    }
}
