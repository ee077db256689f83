package org.peerline.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Reference;
import org.peerline.requests.profile.RequesterProfile;

/** Whoever is about to ask for support: what is known of them is read at once, while nobody else of their handset asks. */
@ApplicationScoped
public class Callers {
    // Two calls for one handset must find each other, and before the first of them there is no row to lock.
    // And what such a transaction asks does not depend on the values: planning it anew takes longer than asking.
    private static final String ALONE = "select pg_advisory_xact_lock(hashtextextended(:number, 0)),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true)";

    // In a statement of its own: it sees what was committed before the lock was ours.
    private static final String KNOWN = """
            select (select r.reference from support_request r
                    where r.number_key = :number and r.status <> 'CLOSED' limit 1) as open,
                   exists (select 1 from support_request r join requester q on q.id = r.requester_id
                           where q.identity_key = :identity and r.number_key <> :number
                             and r.status <> 'CLOSED') as elsewhere,
                   (select q.id from requester q
                    where q.number_key = :number and q.identity_key = :identity) as before,
                   exists (select 1 from support_request r where r.reference = :reference) as taken
            """;

    private final Jdbi jdbi;
    private final RequesterSealing sealing;

    Callers(Jdbi jdbi, RequesterSealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    /**
     * What is known of somebody, by number, name and date of birth.
     *
     * @param open the reference of the request that is open for this number
     * @param openElsewhere the same person has one open under another number
     * @param before their entry from an earlier request
     * @param reference one that no request has yet
     */
    public record Caller(Optional<String> open, boolean openElsewhere, Optional<UUID> before, Reference reference) {}

    /** Lets nobody else open a request for this number until the caller's transaction is over. */
    public Caller alone(RequesterProfile profile) {
        jdbi.useHandle(handle -> handle.createQuery(ALONE)
                .bind("number", sealing.numberKey(profile))
                .map((row, context) -> true)
                .one());
        return of(profile);
    }

    /** What is known of them at this moment. */
    public Caller of(RequesterProfile profile) {
        Optional<Caller> caller = Optional.empty();
        while (caller.isEmpty()) {
            caller = known(sealing.numberKey(profile), sealing.identityKey(profile.name(), profile.dateOfBirth()));
        }
        return caller.get();
    }

    /** Empty when the reference that was thought of is another request's. */
    private Optional<Caller> known(String number, String identity) {
        Reference reference = Reference.random();
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN)
                .bind("number", number)
                .bind("identity", identity)
                .bind("reference", reference.text())
                .map((row, context) -> row.getBoolean("taken")
                        ? Optional.<Caller>empty()
                        : Optional.of(new Caller(
                                Optional.ofNullable(row.getString("open")),
                                row.getBoolean("elsewhere"),
                                Optional.ofNullable(row.getObject("before", UUID.class)),
                                reference)))
                .one());
    }
}
