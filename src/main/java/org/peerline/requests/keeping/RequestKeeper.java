package org.peerline.requests.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/** Requests for support: whom to avoid, what was wished for, and how it went. */
@ApplicationScoped
class RequestKeeper implements PersonalDataKeeper {
    private static final SealedField AVOID = new SealedField("support_request", "avoid");

    private static final String OF_PERSON = """
            select id, reference, opened_through, created_at, status, outcome, closed_at, waiting_since, waiting_reason,
                   wish_specialty, wish_gender, wish_same_peer, wish_new_peer, wish_musts, avoid
            from support_request where requester_id = ? order by id
            """;

    private static final String FORGET = """
            update support_request
            set number_key = 'erased:' || id, avoid = null, avoid_employer_keys = '{}', avoid_name_keys = '{}',
                wish_specialty = null, wish_gender = null, wish_same_peer = false, wish_new_peer = false, wish_musts = '{}',
                version = version + 1
            where requester_id = ? and number_key not like 'erased:%'
            """;

    private final Jdbi jdbi;
    private final Vault vault;

    RequestKeeper(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    @Override
    public String heading() {
        return "Your requests for support";
    }

    @Override
    public Set<String> tables() {
        return Set.of("support_request");
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public Set<String> handsetsOf(Collection<UUID> entries) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct s.number_key from support_request s where s.requester_id = any(:entries)"
                                + " and s.number_key not like 'erased:%' and not exists (select 1 from requester o"
                                + " where o.number_key = s.number_key and o.id <> all(:entries))")
                .bind("entries", entries.toArray(UUID[]::new))
                .mapTo(String.class)
                .list()));
    }

    @Override
    public Set<UUID> traces(Person person) {
        return new HashSet<>(jdbi.withHandle(
                handle -> handle.select("select id from support_request where requester_id = ?", person.id())
                        .mapTo(UUID.class)
                        .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.select(OF_PERSON, person.id())
                .map((row, context) -> new HeldRecord()
                        .with("reference", row.getString("reference"))
                        .withCode("opened through", row.getString("opened_through"))
                        .with("opened", row.getTimestamp("created_at"))
                        .withCode("status", row.getString("status"))
                        .with("waiting since", row.getTimestamp("waiting_since"))
                        .withCode("waiting because", row.getString("waiting_reason"))
                        .withCode("outcome", row.getString("outcome"))
                        .with("closed", row.getTimestamp("closed_at"))
                        .with("wished for specialty", row.getString("wish_specialty"))
                        .withCode("wished for gender", row.getString("wish_gender"))
                        .with("wished for the same peer", row.getBoolean("wish_same_peer"))
                        .with("wished for somebody new", row.getBoolean("wish_new_peer"))
                        .withCodes("wishes that had to be met", List.of((String[])
                                row.getArray("wish_musts").getArray()))
                        .with(
                                "to be avoided",
                                vault.open(person.id(), AVOID, row.getObject("id", UUID.class), row.getBytes("avoid"))))
                .list());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of("requests", jdbi.withHandle(handle -> handle.execute(FORGET, person.id())));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(
                RetentionDuty.clears(
                        RetentionClass.DETAILS,
                        "avoid_lists_of_closed_requests",
                        "support_request",
                        "avoid = null, version = version + 1",
                        "t.avoid is not null and t.closed_at < :before and not "
                                + RetentionDuty.HELD.formatted("t.requester_id") + " and not "
                                + RetentionDuty.PEER_HELD.formatted("t.id")),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "requests",
                        "support_request",
                        "t.closed_at < :before and not " + RetentionDuty.HELD.formatted("t.requester_id") + " and not "
                                + RetentionDuty.PEER_HELD.formatted("t.id")),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "reduced_records",
                        "reduced_record",
                        "t.made_at < :before or exists (select 1 from requester r where r.id = t.requester_id"
                                + " and r.created_at < :before"
                                + " and not exists (select 1 from support_request s where s.requester_id = r.id))"),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "requesters",
                        "requester",
                        "t.forgotten_at is not null and t.created_at < :before and not exists (select 1 from"
                                + " support_request s where s.requester_id = t.id) and not exists"
                                + " (select 1 from reduced_record d where d.requester_id = t.id)"));
    }
}
