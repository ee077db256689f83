package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/** People of whom nothing may be removed for the time being, because a court, a regulator or a complaint needs it. */
@ApplicationScoped
public class LegalHolds {
    private final Turns turns;
    private final Jdbi jdbi;
    private final Keepers keepers;
    private final Audit audit;
    private final TimeSource time;

    LegalHolds(Turns turns, Jdbi jdbi, Keepers keepers, Audit audit, TimeSource time) {
        this.turns = turns;
        this.jdbi = jdbi;
        this.keepers = keepers;
        this.audit = audit;
        this.time = time;
    }

    public boolean isHeld(UUID person) {
        return isAny("legal_hold where person_id = ?", person);
    }

    /** What a held peer wrote is in the conversations with this requester too. */
    public boolean isHeldForAPeerOf(UUID requester) {
        return isAny("assignment a join legal_hold h on h.person_id = a.peer_id where a.requester_id = ?", requester);
    }

    /** What this peer wrote is in the conversation of somebody who is held. */
    public boolean isHeldForARequesterOf(UUID peer) {
        return isAny("assignment a join legal_hold h on h.person_id = a.requester_id where a.peer_id = ?", peer);
    }

    private boolean isAny(String of, UUID person) {
        return jdbi.withHandle(handle -> handle.select("select exists (select 1 from " + of + ")", person)
                .mapTo(Boolean.class)
                .one());
    }

    public int count() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from legal_hold")
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Placing it again changes nothing. False when nobody of this kind and id is known.
     *
     * @param entries all of one person
     */
    public boolean place(List<Subject> entries, Reason reason, Actor by) {
        turns.take(entries);
        if (keepers.find(entries).size() < entries.size()) {
            return false;
        }
        entries.forEach(entry -> place(entry, reason, by));
        return true;
    }

    private void place(Subject person, Reason reason, Actor by) {
        int placed = jdbi.withHandle(handle -> handle.execute(
                "insert into legal_hold (person_id, person_kind, placed_at, reason) values (?, ?, ?, ?)"
                        + " on conflict do nothing",
                person.id(),
                person.kind().name(),
                time.now(),
                reason.name()));
        if (placed == 1) {
            audit.record(by, "LEGAL_HOLD_PLACED", person, null, reason.name());
        }
    }

    /** Lifting one that does not stand changes nothing. */
    public void lift(Subject person, Actor by) {
        int lifted = jdbi.withHandle(handle -> handle.execute(
                "delete from legal_hold where person_id = ? and person_kind = ?",
                person.id(),
                person.kind().name()));
        if (lifted == 1) {
            audit.record(by, "LEGAL_HOLD_LIFTED", person, null);
        }
    }
}
