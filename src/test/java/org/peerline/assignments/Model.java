package org.peerline.assignments;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerline.core.Gender;
import org.peerline.matching.Candidate;
import org.peerline.matching.Candidate.Standing;
import org.peerline.matching.EmployerName;
import org.peerline.matching.Match;
import org.peerline.matching.NameKeys;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.requests.Plea;
import org.peerline.requests.profile.RequesterProfile;

/** Who should be with whom, said as simply as possible: everybody is looked at, nothing is hashed, indexed or locked. */
final class Model {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Map<UUID, ModelPeer> peers = new LinkedHashMap<>();
    private final Map<UUID, ModelRequest> requests = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> never = new HashMap<>();
    private final Map<String, List<UUID>> earlier = new HashMap<>();

    private static final class ModelPeer {
        private PeerProfile profile;
        private boolean paused;
        private int open;
        private final List<Instant> counted = new ArrayList<>();
    }

    private static final class ModelRequest {
        private RequesterProfile who;
        private Plea plea;
        private boolean closed;
        private UUID peer;
        private Instant assigned;
        private boolean begun;
    }

    void peer(UUID id, PeerProfile profile) {
        peers.computeIfAbsent(id, same -> new ModelPeer()).profile = profile;
    }

    void paused(UUID peer, boolean paused) {
        peers.get(peer).paused = paused;
    }

    PeerProfile profile(UUID peer) {
        return peers.get(peer).profile;
    }

    int open(UUID peer) {
        return peers.get(peer).open;
    }

    void opened(UUID id, RequesterProfile who, Plea plea, Instant now) {
        var request = new ModelRequest();
        request.who = who;
        request.plea = plea;
        requests.put(id, request);
        assign(request, now);
    }

    void firstText(UUID id) {
        requests.get(id).begun = true;
    }

    /** Handed back by the peer, or changed by the requester. */
    void parted(UUID id, boolean passed, Instant now) {
        var request = requests.get(id);
        never.computeIfAbsent(key(request), same -> new HashSet<>()).add(request.peer);
        end(request, request.begun && !passed);
        assign(request, now);
    }

    void closed(UUID id) {
        var request = requests.get(id);
        if (request.peer != null) {
            end(request, request.begun);
        }
        request.closed = true;
    }

    /** First come, first served among those who can be served. */
    void serve(Instant now) {
        requests.values().stream()
                .filter(request -> !request.closed && request.peer == null)
                .forEach(request -> assign(request, now));
    }

    Map<UUID, UUID> together() {
        return requests.entrySet().stream()
                .filter(entry -> entry.getValue().peer != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().peer));
    }

    List<UUID> assigned() {
        return List.copyOf(together().keySet());
    }

    List<UUID> notClosed() {
        return requests.entrySet().stream()
                .filter(entry -> !entry.getValue().closed)
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean hasOpenRequest(RequesterProfile who) {
        return requests.values().stream().anyMatch(request -> !request.closed && request.who.equals(who));
    }

    private void end(ModelRequest request, boolean counts) {
        var peer = peers.get(request.peer);
        peer.open--;
        if (!counts) {
            peer.counted.remove(request.assigned);
        }
        request.peer = null;
        request.begun = false;
    }

    private void assign(ModelRequest request, Instant now) {
        Need need = need(request);
        var candidates = peers.entrySet().stream()
                .map(entry -> candidate(entry.getKey(), entry.getValue(), request, now))
                .toList();
        if (Match.of(need, candidates) instanceof Match.Eligible eligible) {
            request.peer = eligible.ranked().get(0).peerId();
            request.assigned = now;
            var peer = peers.get(request.peer);
            peer.open++;
            peer.counted.add(now);
            earlier.computeIfAbsent(key(request), same -> new ArrayList<>()).add(request.peer);
        }
    }

    private static String key(ModelRequest request) {
        return request.who.contactNumber().e164();
    }

    private Candidate candidate(UUID id, ModelPeer peer, ModelRequest request, Instant now) {
        PeerProfile profile = peer.profile;
        return new Candidate(
                id,
                peer.paused ? Standing.PAUSED : Standing.TAKING_PART,
                peer.open,
                profile.offer().capacity(),
                peer.counted.size(),
                profile.offer().monthlyCap(),
                profile.identity().mobileNumber().e164(),
                employers(profile.background().employers()),
                NameKeys.ofPeer(
                        profile.identity().fullName(), profile.identity().displayName()),
                names(profile.avoid().names(), NameKeys::ofAvoided),
                employers(profile.avoid().employers()),
                profile.background().specialty(),
                profile.background().gender() == null
                        ? null
                        : profile.background().gender().name(),
                earlier(request).contains(id),
                profile.offer().availability().covers(now, ZONE),
                never.getOrDefault(key(request), Set.of()).contains(id),
                peer.counted.stream().max(Instant::compareTo));
    }

    /** Whoever asks for the same peer means the last one whom they were not parted from. */
    private List<UUID> earlier(ModelRequest request) {
        List<UUID> all = earlier.getOrDefault(key(request), List.of());
        if (!request.plea.wishSamePeer()) {
            return all;
        }
        Set<UUID> parted = never.getOrDefault(key(request), Set.of());
        List<UUID> left = all.stream().filter(peer -> !parted.contains(peer)).toList();
        return left.subList(Math.max(0, left.size() - 1), left.size());
    }

    /** Whom somebody avoided in earlier requests they avoid still. */
    private List<String> avoided(ModelRequest request, Function<Plea, List<String>> what) {
        return requests.values().stream()
                .filter(other -> key(other).equals(key(request)))
                .flatMap(other -> what.apply(other.plea).stream())
                .toList();
    }

    private Need need(ModelRequest request) {
        Gender gender = request.plea.wishGender();
        return new Need(
                key(request),
                NameKeys.ofSelf(request.who.name()),
                NameKeys.ofPeer(request.who.name()),
                employers(request.who.employers()),
                employers(avoided(request, Plea::avoidEmployers)),
                names(avoided(request, Plea::avoidNames), NameKeys::ofAvoided),
                new Need.Wishes(
                        request.plea.wishSpecialty(),
                        Optional.ofNullable(gender).map(Enum::name).orElse(null),
                        request.plea.wishSamePeer(),
                        request.plea.wishNewPeer()),
                request.plea.musts().stream()
                        .map(must -> Wish.valueOf(must.name()))
                        .collect(Collectors.toSet()));
    }

    private static Set<String> employers(List<String> written) {
        return written.stream().map(EmployerName::normalise).collect(Collectors.toSet());
    }

    private static Set<String> names(List<String> written, Function<String, Set<String>> keys) {
        return written.stream().map(keys).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
