package org.peerline.peers.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerProfile;
import org.peerline.peers.Peers;
import org.peerline.peers.availability.Availability;
import org.peerline.privacy.keeping.HeldRecord;
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
        return person.kind() == Subject.Kind.PEER && peers.known(person.id()).isPresent();
    }

    @Override
    public Set<String> handsetsOf(UUID person) {
        return Set.copyOf(jdbi.withHandle(
                handle -> handle.select("select mobile_key from peer where id = ? and forgotten_at is null", person)
                        .mapTo(String.class)
                        .list()));
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return peers.known(person.id()).stream().map(this::record).toList();
    }

    private HeldRecord record(Peer peer) {
        PeerProfile profile = peers.profile(peer);
        return new HeldRecord()
                .with("display name", profile.displayName())
                .with("full name", profile.fullName())
                .with("mobile number", profile.mobileNumber().e164())
                .with("GMC number", profile.gmcNumber())
                .with("job role", profile.jobRole())
                .with("specialty", profile.specialty())
                .with("gender", profile.gender())
                .with("region", profile.region())
                .with("employers", profile.employers())
                .with("capacity", profile.capacity())
                .with("monthly cap", profile.monthlyCap())
                .with(
                        "hours offered",
                        profile.availability().spans().stream()
                                .map(PeerKeeper::said)
                                .toList())
                .with("time zone", profile.timeZone())
                .with("days away", profile.away())
                .with("keeps away from, people", profile.avoid().names())
                .with("keeps away from, places", profile.avoid().employers())
                .with("status", peer.status())
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
        public long due(Handle handle, Instant before) {
            return handle.select("select count(*) from peer where " + CHANGED)
                    .mapTo(Long.class)
                    .one();
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
