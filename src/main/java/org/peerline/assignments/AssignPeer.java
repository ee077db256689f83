package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.assignments.choosing.Candidates;
import org.peerline.assignments.choosing.Places;
import org.peerline.assignments.choosing.Search;
import org.peerline.assignments.choosing.Searches;
import org.peerline.assignments.choosing.WhyNobody;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.matching.Candidate;
import org.peerline.matching.EligibilityRules;
import org.peerline.matching.Match;
import org.peerline.matching.Need;
import org.peerline.matching.ReasonCode;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/**
 * Gives a waiting request to the best eligible peer who still has room and a relay number to spare, and owes the details
 * text. Runs in the caller's transaction, which also opened the request or holds its lock.
 */
@ApplicationScoped
public class AssignPeer {
    private static final int MOST_LOOKS = 60;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private final Searches searches;
    private final Candidates candidates;
    private final Places places;
    private final WhyNobody whyNobody;
    private final Requests requests;
    private final Assignments assignments;
    private final Requesters requesters;
    private final RelayNumbers relayNumbers;
    private final DetailsText detailsText;
    private final UnassignedText unassigned;
    private final Audit audit;
    private final TimeSource time;

    AssignPeer(
            Searches searches,
            Candidates candidates,
            Places places,
            WhyNobody whyNobody,
            Requests requests,
            Assignments assignments,
            Requesters requesters,
            RelayNumbers relayNumbers,
            DetailsText detailsText,
            UnassignedText unassigned,
            Audit audit,
            TimeSource time) {
        this.searches = searches;
        this.candidates = candidates;
        this.places = places;
        this.whyNobody = whyNobody;
        this.requests = requests;
        this.assignments = assignments;
        this.requesters = requesters;
        this.relayNumbers = relayNumbers;
        this.detailsText = detailsText;
        this.unassigned = unassigned;
        this.audit = audit;
        this.time = time;
    }

    /**
     * How a transaction comes to look for somebody.
     *
     * @param turn the peer whose free place the request is offered; {@code null} when it is not called
     * @param holdsAPeer whether it has changed a peer's row already: then it waits for no other
     * @param tellFrom when the requester may be told: now, if it answers somebody; otherwise when people are awake
     */
    public record Call(UUID turn, boolean holdsAPeer, Instant tellFrom) {}

    /** The new assignment; empty when the request has to wait, for the reason that it now carries. */
    public Optional<Assignment> assign(SupportRequest request, Requester requester, Actor actor, Call call) {
        Search search = searches.of(request, requester, call.turn());
        Set<UUID> tried = new HashSet<>();
        boolean holding = call.holdsAPeer();
        boolean shortOfNumbers = false;
        for (int look = 0; look < MOST_LOOKS; look++) {
            List<Candidate> ranked = ranked(search, tried);
            if (ranked.isEmpty()) {
                break;
            }
            Optional<Places.Held> held = hold(ranked, search, holding);
            // Whether it was waited for in vain or not: their row may be ours to the end of the transaction, so it
            // waits
            // for no other from now on.
            holding = true;
            if (held.isEmpty()) {
                pause();
                continue;
            }
            Candidate chosen = held.get().candidate();
            tried.add(chosen.peerId());
            if (EligibilityRules.obstacle(chosen, search.need()).isEmpty()) {
                UUID id = Identifier.next();
                Optional<PhoneNumber> number = relayNumbers.take(id, pair(requester, chosen));
                if (number.isPresent()) {
                    Instant now = time.now();
                    places.take(held.get(), now);
                    var assignment = new Assignment(
                            id, request, chosen.peerId(), number.get(), reasons(search, chosen, ranked), now);
                    Optional<UUID> insteadOf = askedForInVain(search, chosen);
                    begin(assignment, request, requester, actor);
                    detailsText.owe(assignment, insteadOf, call.tellFrom());
                    return Optional.of(assignment);
                }
                shortOfNumbers = true;
            }
        }
        request.waits(shortOfNumbers ? whyNobody.noNumber(search) : whyNobody.explain(search), time.now());
        return Optional.empty();
    }

    private List<Candidate> ranked(Search search, Set<UUID> tried) {
        Match match = Match.of(search.need(), candidates.best(search, tried));
        return match instanceof Match.Eligible eligible ? eligible.ranked() : List.of();
    }

    /** The best whom nobody else is assigning to at this moment; when all are busy, the best as soon as they are free. */
    private Optional<Places.Held> hold(List<Candidate> ranked, Search search, boolean holding) {
        List<UUID> asked = ranked.stream()
                .filter(search.need()::isFirstChoice)
                .map(Candidate::peerId)
                .toList();
        // Nobody gets another than they asked for only because that one is being assigned to at this moment.
        List<UUID> peers =
                asked.isEmpty() ? ranked.stream().map(Candidate::peerId).toList() : asked;
        Optional<Places.Held> free = places.hold(peers, search);
        return free.isPresent() || holding ? free : places.await(peers.get(0), search);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The peer from before who was asked for; said with the first of a request, and not each time it changes hands. */
    private Optional<UUID> askedForInVain(Search search, Candidate chosen) {
        boolean inVain = search.need().made(Need.Wish.SAME_PEER) && !chosen.earlierPeer();
        return inVain && assignments.count("requestId", search.request()) == 0
                ? search.earlier().stream().findFirst()
                : Optional.empty();
    }

    private static RelayNumbers.Pair pair(Requester requester, Candidate chosen) {
        return new RelayNumbers.Pair(requester.id(), requester.numberKey(), chosen.peerId(), chosen.numberKey());
    }

    private static List<ReasonCode> reasons(Search search, Candidate chosen, List<Candidate> ranked) {
        var eligible = new ArrayList<>(ranked);
        eligible.removeIf(other -> other.peerId().equals(chosen.peerId()));
        eligible.add(chosen);
        return Match.reasons(search.need(), chosen, eligible);
    }

    private void begin(Assignment assignment, SupportRequest request, Requester requester, Actor actor) {
        assignment.knownByFirstName(requesters.firstNameKey(requester));
        unassigned.over(request);
        request.assigned();
        // A new request is stored as what it has become, in one statement.
        requests.persist(request);
        assignments.persistAndFlush(assignment);
        audit.record(
                actor,
                "PEER_ASSIGNED",
                Subject.of(Subject.Kind.ASSIGNMENT, assignment.id()),
                assignment.reasons().stream().map(Enum::name).collect(Collectors.joining(",")));
    }
}
