package org.peerline.assignments.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.OurNumbers;

/**
 * Gives each conversation a number that neither handset uses for anybody else: not now, and not within the quarantine,
 * because a late text would reach the wrong person. A unique index keeps that promise whatever happens at once.
 */
@ApplicationScoped
public class RelayNumbers {
    // Least recently used first, so that numbers rest as long as the pool allows. A handset may get a number again at
    // once for the very same pair: a late text then reaches the right person.
    // Both handsets are put down in one order, whoever is requester and whoever is peer: a peer may be the requester of
    // their own request, and two takings that wait for each other would wait for ever.
    private static final String TAKE = """
            with used as materialized (
                select p.relay_number, max(p.last_used_at) as last_used_at,
                       bool_or(p.released_at is null
                               or (p.last_used_at > :restedSince
                                   and not exists (select 1 from assignment a where a.id = p.assignment_id
                                                   and a.requester_id = :requester and a.peer_id = :peer))) as taken
                from relay_place p
                where p.number_key in (:requesterKey, :peerKey)
                group by p.relay_number),
            free as materialized (
                select n.number
                from unnest(:pool) as n (number)
                left join used on used.relay_number = n.number
                where used.taken is not true
                order by used.last_used_at nulls first, n.number
                limit 1),
            taken as (
                insert into relay_place (assignment_id, party, relay_number, number_key, last_used_at)
                select cast(:assignment as uuid), party, free.number, number_key, cast(:now as timestamptz)
                from free cross join (values ('REQUESTER', cast(:requesterKey as text)), ('PEER', cast(:peerKey as text)))
                    as places (party, number_key)
                order by number_key
                on conflict (relay_number, number_key) where released_at is null do nothing
                returning 1)
            select free.number, (select count(*) from taken) as places from free
            """;

    private static final String PLACES = """
            select h.number, h.number_key, place.*
            from unnest(:numbers, :keys) as h (number, number_key)
            cross join lateral (
                select assignment_id, party, released_at is null as open from relay_place p
                where p.relay_number = h.number and p.number_key = h.number_key and p.forgotten_at is null
                order by released_at is null desc, last_used_at desc limit 1) place
            """;

    private static final int MOST_RACES = 8;

    private final Jdbi jdbi;
    private final OurNumbers ourNumbers;
    private final TimeSource time;
    private final Duration quarantine;

    RelayNumbers(
            Jdbi jdbi,
            OurNumbers ourNumbers,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.relay-quarantine", defaultValue = "P14D") Duration quarantine) {
        this.jdbi = jdbi;
        this.ourNumbers = ourNumbers;
        this.time = time;
        this.quarantine = quarantine;
    }

    /** A handset, by its keyed hash, on a number of ours. */
    public record Handset(PhoneNumber ours, String numberKey) {}

    /** The two people of a conversation, by id and by handset. */
    public record Pair(UUID requester, String requesterKey, UUID peer, String peerKey) {}

    /** Takes a number for an assignment, in the caller's transaction; empty when every number is in use or resting. */
    public Optional<PhoneNumber> take(UUID assignment, Pair pair) {
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Taken> taken = tryToTake(assignment, pair);
            if (taken.isEmpty()) {
                return Optional.empty();
            }
            if (taken.get().places() == Party.values().length) {
                return Optional.of(taken.get().number());
            }
            // Somebody else has just taken it for one of the two.
            giveBack(assignment);
        }
        return Optional.empty();
    }

    /** @param places how many of the two handsets have got theirs */
    private record Taken(PhoneNumber number, int places) {}

    /** A number that was taken for nothing, in the same transaction. */
    public void giveBack(UUID assignment) {
        jdbi.useHandle(handle -> handle.execute("delete from relay_place where assignment_id = ?", assignment));
    }

    /** Ends a conversation: its handsets' places on the number begin to rest. */
    public void release(UUID assignment) {
        Instant now = time.now();
        jdbi.useHandle(handle -> handle.execute(
                "update relay_place set released_at = ?, last_used_at = ? where assignment_id = ? and released_at is null",
                now,
                now,
                assignment));
    }

    /** Whose place a handset has on a number of ours: the open one, or else the latest that ended. */
    public Optional<RelayPlace> placeOf(PhoneNumber ours, String numberKey) {
        var handset = new Handset(ours, numberKey);
        return Optional.ofNullable(placesOf(Set.of(handset)).get(handset));
    }

    /** The same for many, with one query; a handset that has no place is left out. */
    public Map<Handset, RelayPlace> placesOf(Set<Handset> handsets) {
        var places = new HashMap<Handset, RelayPlace>();
        jdbi.useHandle(handle -> handle.createQuery(PLACES)
                .bind("numbers", handsets.stream().map(one -> one.ours().e164()).toArray(String[]::new))
                .bind("keys", handsets.stream().map(Handset::numberKey).toArray(String[]::new))
                .map((row, context) -> places.put(
                        new Handset(new PhoneNumber(row.getString("number")), row.getString("number_key")),
                        new RelayPlace(
                                row.getObject("assignment_id", UUID.class),
                                Party.valueOf(row.getString("party")),
                                row.getBoolean("open"))))
                .list());
        return places;
    }

    /** Every open conversation of a handset. */
    public List<RelayPlace> openPlacesOf(String numberKey) {
        return jdbi.withHandle(handle -> handle.select(
                        "select assignment_id, party from relay_place where number_key = ? and released_at is null"
                                + " order by assignment_id",
                        numberKey)
                .map((row, context) -> new RelayPlace(
                        row.getObject("assignment_id", UUID.class), Party.valueOf(row.getString("party")), true))
                .list());
    }

    /** The other side is told that this one receives no texts; false when it has been told already. */
    public boolean stopWasTold(UUID assignment, Party stopped) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update relay_place set stop_told = true where assignment_id = ? and party = ? and not stop_told",
                        assignment,
                        stopped.name()))
                > 0;
    }

    /** It receives them again: whether the other side had been told, and is to be told this too. */
    public boolean stopIsOver(RelayPlace place) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update relay_place set stop_told = false where assignment_id = ? and party = ? and stop_told",
                        place.assignmentId(),
                        place.party().name()))
                > 0;
    }

    /** A late text to an ended conversation lets the number rest anew. */
    public void usedLate(UUID assignment) {
        jdbi.useHandle(handle -> handle.execute(
                "update relay_place set last_used_at = ? where assignment_id = ?", time.now(), assignment));
    }

    /** Empty when no number is free. */
    private Optional<Taken> tryToTake(UUID assignment, Pair pair) {
        Instant now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(TAKE)
                .bind("assignment", assignment)
                .bind(
                        "pool",
                        ourNumbers.relayNumbers().stream()
                                .map(PhoneNumber::e164)
                                .toArray(String[]::new))
                .bind("now", now)
                .bind("restedSince", now.minus(quarantine))
                .bind("requester", pair.requester())
                .bind("peer", pair.peer())
                .bind("requesterKey", pair.requesterKey())
                .bind("peerKey", pair.peerKey())
                .map((row, context) -> new Taken(new PhoneNumber(row.getString("number")), row.getInt("places")))
                .findFirst());
    }
}
