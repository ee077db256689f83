package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerline.audit.Actor;
import org.peerline.core.Identifier;
import org.peerline.core.Refusal;
import org.peerline.core.TimeSource;
import org.peerline.peers.profile.Avoidance;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;

/**
 * Puts many peers on the roster, and changes those who are on it. Runs in the caller's transaction, which has to be rolled
 * back when anything is refused: it is all of them or none.
 */
@ApplicationScoped
public class ImportPeers {
    private static final Map<String, String> COLUMNS = Map.of(
            "mobile_number_taken", "mobileNumber",
            "mobile_number_in_use", "mobileNumber",
            "gmc_number_taken", "gmcNumber",
            "capacity_below_open", "capacity");
    private static final int FLUSHED_AT_ONCE = 50;

    private final Peers peers;
    private final RegisterPeer registerPeer;
    private final ChangePeer changePeer;
    private final TimeSource time;

    ImportPeers(Peers peers, RegisterPeer registerPeer, ChangePeer changePeer, TimeSource time) {
        this.peers = peers;
        this.registerPeer = registerPeer;
        this.changePeer = changePeer;
        this.time = time;
    }

    /**
     * One row.
     *
     * @param row where it was found, to name it when it is refused
     * @param id of the entry that it changes; somebody new, if the roster does not know it
     * @param given which properties the file has columns for: of an entry that is changed the others stay as they are
     * @param status stays what it is, if empty
     */
    public record Entry(
            int row, Optional<UUID> id, PeerProfile profile, Set<String> given, Optional<PeerStatus> status) {
        private PeerProfile onto(PeerProfile present) {
            Background background = profile.background();
            Offer offer = profile.offer();
            return new PeerProfile(
                    profile.identity(),
                    new Background(
                            background.jobRole(),
                            either(
                                    "specialty",
                                    background.specialty(),
                                    present.background().specialty()),
                            either(
                                    "gender",
                                    background.gender(),
                                    present.background().gender()),
                            either(
                                    "region",
                                    background.region(),
                                    present.background().region()),
                            either(
                                    "employers",
                                    background.employers(),
                                    present.background().employers())),
                    new Offer(
                            either("capacity", offer.capacity(), present.offer().capacity()),
                            either(
                                    "monthlyCap",
                                    offer.monthlyCap(),
                                    present.offer().monthlyCap()),
                            either(
                                    "availability",
                                    offer.availability(),
                                    present.offer().availability()),
                            either("timeZone", offer.timeZone(), present.offer().timeZone()),
                            either("away", offer.away(), present.offer().away())),
                    new Avoidance(
                            either(
                                    "avoidNames",
                                    profile.avoid().names(),
                                    present.avoid().names()),
                            either(
                                    "avoidEmployers",
                                    profile.avoid().employers(),
                                    present.avoid().employers())));
        }

        private <T> T either(String property, T sent, T present) {
            return given.contains(property) ? sent : present;
        }

        @Override
        public String toString() {
            return "Entry[" + row + "]";
        }
    }

    /** What became of a row. */
    public enum Effect {
        CREATED,
        CHANGED,
        UNCHANGED
    }

    /** A row that was taken in. */
    public record Line(int row, Effect effect, String displayName, UUID peer) {}

    /** A row that was not, with the column at fault and a sentence. */
    public record Fault(int row, String column, String sentence) {}

    /** All, or why not. */
    public sealed interface Outcome {
        record Imported(List<Line> lines) implements Outcome {}

        record Refused(List<Fault> faults) implements Outcome {}
    }

    public Outcome importAll(List<Entry> entries, Actor actor) {
        var faults = new ArrayList<>(faults(entries));
        var lines = new ArrayList<Line>();
        if (faults.isEmpty()) {
            Set<UUID> known = known(entries);
            for (Entry entry : entries) {
                importOne(entry, known, actor, lines, faults);
                if (lines.size() % FLUSHED_AT_ONCE == 0) {
                    // Otherwise each flush looks through all that has been written before.
                    peers.flush();
                    peers.getEntityManager().clear();
                }
            }
            peers.flush();
        }
        return faults.isEmpty() ? new Outcome.Imported(lines) : new Outcome.Refused(faults);
    }

    /**
     * Everything that is wrong with these rows beside what stands in them, as far as it can be known beforehand. The
     * numbers stay as free as they are found until the transaction ends.
     */
    public List<Fault> faults(List<Entry> entries) {
        var faults = new ArrayList<>(twice(entries));
        faults.addAll(taken(entries));
        faults.addAll(againstWhatIsThere(entries));
        return faults;
    }

    private List<Fault> taken(List<Entry> entries) {
        List<UUID> who = entries.stream()
                .map(entry -> entry.id().orElseGet(Identifier::next))
                .toList();
        var answers = peers.taken(entries.stream().map(Entry::profile).toList(), who);
        var faults = new ArrayList<Fault>();
        for (int at = 0; at < entries.size(); at++) {
            Entry entry = entries.get(at);
            answers.get(at).ifPresent(why -> faults.add(fault(entry, why)));
        }
        return faults;
    }

    private List<Fault> againstWhatIsThere(List<Entry> entries) {
        List<UUID> ids =
                entries.stream().map(Entry::id).flatMap(Optional::stream).toList();
        Map<UUID, Peer> present =
                peers.list("id in ?1", ids).stream().collect(Collectors.toMap(Peer::id, Function.identity()));
        var faults = new ArrayList<Fault>();
        for (Entry entry : entries) {
            Peer peer = entry.id().map(present::get).orElse(null);
            if (peer != null) {
                faults.addAll(against(peer, entry));
            }
        }
        peers.getEntityManager().clear();
        return faults;
    }

    private List<Fault> against(Peer peer, Entry entry) {
        if (peer.isForgotten()) {
            return List.of(
                    new Fault(entry.row(), "id", "This peer has been erased; leave the id empty for somebody new."));
        }
        return changePeer.refusals(peer, entry.profile(), entry.given().contains("capacity"), entry.status()).stream()
                .map(why -> fault(entry, why))
                .toList();
    }

    private Set<UUID> known(List<Entry> entries) {
        List<UUID> ids =
                entries.stream().map(Entry::id).flatMap(Optional::stream).toList();
        return peers.list("id in ?1", ids).stream().map(Peer::id).collect(Collectors.toSet());
    }

    private void importOne(Entry entry, Set<UUID> known, Actor actor, List<Line> lines, List<Fault> faults) {
        Optional<Peer> present = entry.id().filter(known::contains).map(peers::findById);
        if (present.isPresent()) {
            change(present.get(), entry, actor, lines, faults);
            return;
        }
        Peer peer = registerPeer.add(entry.profile(), actor);
        entry.status()
                .flatMap(status -> changePeer.become(peer, status, actor))
                .ifPresent(why -> faults.add(fault(entry, why)));
        lines.add(
                new Line(entry.row(), Effect.CREATED, entry.profile().identity().displayName(), peer.id()));
    }

    private void change(Peer peer, Entry entry, Actor actor, List<Line> lines, List<Fault> faults) {
        PeerProfile present = peers.profile(peer);
        PeerProfile wanted = entry.onto(present);
        boolean same = wanted.equals(present) || wanted.equals(present.asOf(time.now()));
        boolean sameStatus =
                entry.status().filter(status -> status != peer.status()).isEmpty();
        Optional<Refusal> refusal = same ? Optional.empty() : changePeer.change(peer, wanted, actor);
        if (refusal.isEmpty() && !sameStatus) {
            refusal = changePeer.become(peer, entry.status().get(), actor);
        }
        refusal.ifPresent(why -> faults.add(fault(entry, why)));
        lines.add(new Line(
                entry.row(),
                same && sameStatus ? Effect.UNCHANGED : Effect.CHANGED,
                entry.profile().identity().displayName(),
                peer.id()));
    }

    private static Fault fault(Entry entry, Refusal why) {
        return new Fault(entry.row(), COLUMNS.getOrDefault(why.code(), "status"), why.detail());
    }

    private static List<Fault> twice(List<Entry> entries) {
        var faults = new ArrayList<Fault>();
        twice(entries, "id", entry -> entry.id().orElse(null), faults);
        twice(entries, "mobileNumber", entry -> entry.profile().identity().mobileNumber(), faults);
        twice(entries, "gmcNumber", entry -> entry.profile().identity().gmcNumber(), faults);
        return faults;
    }

    private static void twice(List<Entry> entries, String column, Function<Entry, Object> value, List<Fault> faults) {
        var first = new HashMap<Object, Integer>();
        for (Entry entry : entries) {
            Object key = value.apply(entry);
            Integer earlier = key == null ? null : first.putIfAbsent(key, entry.row());
            if (earlier != null) {
                faults.add(new Fault(entry.row(), column, "The same as in row " + earlier + "."));
            }
        }
    }
}
