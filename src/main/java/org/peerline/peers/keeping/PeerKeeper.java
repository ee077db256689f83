package org.peerline.peers.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.OtherEntry;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/** The roster. */
@ApplicationScoped
class PeerKeeper implements PersonalDataKeeper {
    private static final String FORGET = """
            update peer
            set display_name = null, full_name = null, mobile_number = null, mobile_key = 'erased:' || id,
                gmc_number = null, gmc_key = 'erased:' || id, job_role = '(erased)', specialty = null, gender = null,
                region = null, employers = null, employer_keys = '{}', name_keys = '{}', avoid = null,
                avoid_name_keys = '{}', avoid_employer_keys = '{}', recent = '{}', room_again_at = null,
                hand_over = false, status = 'RETIRED',
                paused_until = null, availability = '', forgotten_at = :now, version = version + 1
            where id = :id and forgotten_at is null
            """;

    private static final String COUNTS =
            "select open_assignments, recent, room_again_at, hand_over, retired_noticed_at from peer where id = ?";

    // Somebody who had left and is on the roster again has two.
    private static final String ALIKE = """
            select o.id, o.created_at,
                   case when o.gmc_key <> p.gmc_key then 'SAME_NUMBER'
                        when o.mobile_key = p.mobile_key then 'SAME_GMC_NUMBER_AND_MOBILE'
                        else 'SAME_GMC_NUMBER' end as likeness
            from peer p join peer o on o.id <> p.id and (o.gmc_key = p.gmc_key or o.mobile_key = p.mobile_key)
            where p.id = ? and p.forgotten_at is null and o.forgotten_at is null order by o.id
            """;

    private final Jdbi jdbi;
    private final Peers peers;
    private final TimeSource time;

    PeerKeeper(Jdbi jdbi, Peers peers, TimeSource time) {
        this.jdbi = jdbi;
        this.peers = peers;
        this.time = time;
    }

    @Override
    public String heading() {
        return "Your entry on the roster";
    }

    @Override
    public Set<String> tables() {
        return Set.of("peer", "peer_away");
    }

    @Override
    public int place() {
        return 91;
    }

    @Override
    public boolean knows(Subject person) {
        // Not the entity: one that was read before another erasure is not the one that is there after it.
        return person.kind() == Subject.Kind.PEER
                && jdbi.withHandle(
                        handle -> handle.select("select 1 from peer where id = ? and forgotten_at is null", person.id())
                                .mapTo(Integer.class)
                                .findFirst()
                                .isPresent());
    }

    @Override
    public Set<String> handsetsOf(Collection<UUID> entries) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery(
                        "select distinct mobile_key from peer where id = any(:entries) and forgotten_at is null")
                .bind("entries", entries.toArray(UUID[]::new))
                .mapTo(String.class)
                .list()));
    }

    @Override
    public List<OtherEntry> alike(Subject person) {
        return jdbi.withHandle(handle -> handle.select(ALIKE, person.id())
                .map((row, context) -> new OtherEntry(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        OtherEntry.Likeness.valueOf(row.getString("likeness")),
                        List.of()))
                .list());
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return peers.known(person.id()).stream()
                .map(peer -> record(peer))
                .map(record -> jdbi.withHandle(handle -> handle.select(COUNTS, person.id())
                        .map((row, context) -> record.with("open requests with you", row.getInt("open_assignments"))
                                .with("counted for the last 30 days", moments(row.getArray("recent")))
                                .with("counted requests fall below the cap", row.getTimestamp("room_again_at"))
                                .with("hands open requests over", row.getBoolean("hand_over"))
                                .with("seen to have left", row.getTimestamp("retired_noticed_at")))
                        .one()))
                .toList();
    }

    private static List<Instant> moments(Array column) throws SQLException {
        return Stream.of((Timestamp[]) column.getArray())
                .map(Timestamp::toInstant)
                .toList();
    }

    private HeldRecord record(Peer peer) {
        PeerProfile profile = peers.profile(peer);
        Identity identity = profile.identity();
        Background background = profile.background();
        Offer offer = profile.offer();
        return new HeldRecord()
                .with("display name", identity.displayName())
                .with("full name", identity.fullName())
                .with("mobile number", identity.mobileNumber().e164())
                .with("GMC number", identity.gmcNumber())
                .with("job role", background.jobRole())
                .with("specialty", background.specialty())
                .withCode(
                        "gender",
                        background.gender() == null ? null : background.gender().name())
                .with("region", background.region())
                .with("employers", background.employers())
                .with("capacity", offer.capacity())
                .with("monthly cap", offer.monthlyCap())
                .with(
                        "hours offered",
                        offer.availability().spans().stream()
                                .map(PeerKeeper::said)
                                .toList())
                .with("time zone", offer.timeZone())
                .with("days away", offer.away())
                .with("keeps away from, people", profile.avoid().names())
                .with("keeps away from, places", profile.avoid().employers())
                .withCode("status", peer.status().name())
                .with("paused until", peer.pausedUntil())
                .with("on the roster since", peer.createdAt())
                .with("last given a request", peer.lastAssignedAt());
    }

    private static String said(Availability.Span span) {
        return span.day() + " " + span.from() + " to " + span.to();
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        if (!person.isPeer()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> Map.of(
                "days_away",
                handle.execute("delete from peer_away where peer_id = ?", person.id()),
                "roster_entry",
                handle.createUpdate(FORGET)
                        .bind("now", time.now())
                        .bind("id", person.id())
                        .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(
                new NoticeRetirement(),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "pairs_with_former_peers",
                        "never_again",
                        "exists (select 1 from peer p where p.id = t.peer_id and p.forgotten_at < :before)"),
                RetentionDuty.removes(
                        RetentionClass.TRACES,
                        "days_away",
                        "peer_away",
                        "t.ends_on < (:before::timestamptz - interval '1 year')::date and not "
                                + RetentionDuty.HELD.formatted("t.peer_id")),
                RetentionDuty.removes(
                        RetentionClass.RECORD,
                        "former_peers",
                        "peer",
                        "t.forgotten_at < :before and not exists (select 1 from assignment a where a.peer_id = t.id)"
                                + " and not exists (select 1 from never_again n where n.peer_id = t.id)"));
    }

    @Override
    public List<Subject> outlived(Instant before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("select id from peer where status = 'RETIRED'"
                        + " and forgotten_at is null and retired_noticed_at < :before order by id limit :most")
                .bind("before", before)
                .bind("most", most)
                .mapTo(UUID.class)
                .map(id -> Subject.of(Subject.Kind.PEER, id))
                .list());
    }

    /** Keeps the moment from which a retired peer's time counts, and drops it when they come back. */
    private final class NoticeRetirement implements RetentionDuty {
        private static final String CHANGED =
                "(status = 'RETIRED') <> (retired_noticed_at is not null)" + " and forgotten_at is null";

        @Override
        public RetentionClass of() {
            return RetentionClass.TRACES;
        }

        @Override
        public String name() {
            return "retirements_noticed";
        }

        @Override
        public int sweep(Handle handle, Instant before, int most) {
            return handle.createUpdate("update peer set retired_noticed_at = case when status = 'RETIRED' then"
                            + " :now::timestamptz end where id in (select id from peer where " + CHANGED
                            + " limit :most for update skip locked)")
                    .bind("now", time.now())
                    .bind("most", most)
                    .execute();
        }
    }
}
