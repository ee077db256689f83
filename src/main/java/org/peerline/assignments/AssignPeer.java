package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.matching.Candidate;
import org.peerline.matching.Match;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.WaitingReason;

/**
 * Gives a waiting request to the best eligible peer who still has room and a relay number to spare, and owes the details
 * text. Runs in the caller's transaction, which also opened the request or holds its lock.
 */
@ApplicationScoped
public class AssignPeer {
    private final Roster roster;
    private final Assignments assignments;
    private final Requesters requesters;
    private final RelayNumbers relayNumbers;
    private final DetailsText detailsText;
    private final Audit audit;
    private final TimeSource time;

    AssignPeer(
            Roster roster,
            Assignments assignments,
            Requesters requesters,
            RelayNumbers relayNumbers,
            DetailsText detailsText,
            Audit audit,
            TimeSource time) {
        this.roster = roster;
        this.assignments = assignments;
        this.requesters = requesters;
        this.relayNumbers = relayNumbers;
        this.detailsText = detailsText;
        this.audit = audit;
        this.time = time;
    }

    /** The new assignment; empty when the request has to wait, for the reason that it now carries. */
    public Optional<Assignment> assign(SupportRequest request, Requester requester, Actor actor) {
        Match match = Match.of(need(request, requester), roster.candidates(requester.id()));
        if (match instanceof Match.Nobody nobody) {
            request.waits(WaitingReason.valueOf(nobody.why().name()), time.now());
            return Optional.empty();
        }
        List<Candidate> ranked = ((Match.Eligible) match).ranked();
        var shortOf = WaitingReason.ALL_AT_CAPACITY;
        for (Candidate candidate : ranked) {
            UUID id = Identifier.next();
            var pair = new RelayNumbers.Pair(
                    requester.id(), requester.numberKey(), candidate.peerId(), candidate.numberKey());
            Optional<PhoneNumber> number = relayNumbers.take(id, pair);
            if (number.isEmpty()) {
                shortOf = WaitingReason.NO_RELAY_NUMBER;
            } else if (roster.takePlace(candidate.peerId())) {
                return Optional.of(assign(id, request, requester, candidate, ranked, number.get(), actor));
            } else {
                // Somebody else has taken the last place since the look: then it is the next one's turn.
                relayNumbers.giveBack(id);
            }
        }
        request.waits(shortOf, time.now());
        return Optional.empty();
    }

    private Assignment assign(
            UUID id,
            SupportRequest request,
            Requester requester,
            Candidate chosen,
            List<Candidate> ranked,
            PhoneNumber relayNumber,
            Actor actor) {
        var reasons = Match.reasons(need(request, requester), chosen, ranked);
        var assignment = new Assignment(id, request, chosen.peerId(), relayNumber, reasons, time.now());
        assignment.knownByFirstName(requesters.firstNameKey(requester));
        request.assigned();
        assignments.persistAndFlush(assignment);
        audit.record(
                actor,
                "PEER_ASSIGNED",
                Subject.of(Subject.Kind.ASSIGNMENT, id),
                reasons.stream().map(Enum::name).collect(Collectors.joining(",")));
        detailsText.owe(assignment);
        return assignment;
    }

    private static Need need(SupportRequest request, Requester requester) {
        var employers = new HashSet<>(requester.employerKeys());
        employers.addAll(request.avoidEmployerKeys());
        Set<Wish> musts = request.wishMusts().stream()
                .map(Wish::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.class)));
        return new Need(
                requester.numberKey(),
                requester.nameKeys(),
                employers,
                request.avoidNameKeys(),
                new Need.Wishes(request.wishSpecialty(), request.wishGender(), request.wishSamePeer()),
                musts);
    }
}
