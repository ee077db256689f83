package org.peerline.intake.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerline.access.Caller;
import org.peerline.access.Role;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.core.TimeSource;
import org.peerline.intake.rest.RequestView.AssignmentPart;
import org.peerline.intake.rest.RequestView.DetailsTextPart;
import org.peerline.intake.rest.RequestView.PeerPart;
import org.peerline.intake.rest.RequestView.RequesterView;
import org.peerline.intake.rest.RequestView.WaitingPart;
import org.peerline.intake.rest.waiting.WaitingRules;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.privacy.Vault;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.waiting.Waiting;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.sms.outbox.TextKind;

/** Shows requests with what belongs to them: a fixed number of queries, however many requests. */
@ApplicationScoped
public class RequestViews {
    private final Requests requests;
    private final Requesters requesters;
    private final Assignments assignments;
    private final Peers peers;
    private final Messages messages;
    private final Vault vault;
    private final TimeSource time;

    RequestViews(
            Requests requests,
            Requesters requesters,
            Assignments assignments,
            Peers peers,
            Messages messages,
            Vault vault,
            TimeSource time) {
        this.requests = requests;
        this.requesters = requesters;
        this.assignments = assignments;
        this.peers = peers;
        this.messages = messages;
        this.vault = vault;
        this.time = time;
    }

    public RequestView one(SupportRequest request, Caller reader) {
        return all(List.of(request), reader).get(0);
    }

    /** A request that was opened in this transaction: its people are at hand, and its details text is owed. */
    RequestView opened(SupportRequest request, Requester requester, Optional<Assignment> assignment, Caller reader) {
        AssignmentPart part = assignment
                .map(given -> part(
                        given,
                        peers.findById(given.peerId()),
                        new DetailsTextPart(MessageStatus.QUEUED.name(), null, null),
                        reader))
                .orElse(null);
        Integer position = part == null ? requests.positions(List.of(request)).get(request.id()) : null;
        return view(request, requester, part, position, reader);
    }

    public List<RequestView> all(List<SupportRequest> shown, Caller reader) {
        Map<UUID, Assignment> open =
                assignments.openOf(shown.stream().map(SupportRequest::id).toList());
        Map<UUID, Requester> who =
                requesters
                        .list(
                                "id in ?1",
                                shown.stream().map(SupportRequest::requesterId).toList())
                        .stream()
                        .collect(Collectors.toMap(Requester::id, Function.identity()));
        Map<UUID, Peer> withWhom =
                peers
                        .list(
                                "id in ?1",
                                open.values().stream().map(Assignment::peerId).toList())
                        .stream()
                        .collect(Collectors.toMap(Peer::id, Function.identity()));
        Map<UUID, MessageView> details = messages.latest(
                TextKind.DETAILS, open.values().stream().map(Assignment::id).toList());
        vault.prepare(who.keySet());
        vault.prepare(withWhom.keySet());
        Map<UUID, Integer> positions = requests.positions(shown);
        return shown.stream()
                .map(request -> view(
                        request,
                        who.get(request.requesterId()),
                        Optional.ofNullable(open.get(request.id()))
                                .map(assignment -> part(
                                        assignment,
                                        withWhom.get(assignment.peerId()),
                                        details(details.get(assignment.id())),
                                        reader))
                                .orElse(null),
                        positions.get(request.id()),
                        reader))
                .toList();
    }

    private RequestView view(
            SupportRequest request, Requester requester, AssignmentPart assignment, Integer position, Caller reader) {
        return new RequestView(
                request.id(),
                request.reference().text(),
                request.status(),
                request.createdAt(),
                request.outcome().orElse(null),
                request.closedAt().orElse(null),
                requester(requester, reader),
                assignment,
                request.waitingSince()
                        .map(since -> waiting(request, since, position == null ? 1 : position, reader))
                        .orElse(null));
    }

    private static WaitingPart waiting(SupportRequest request, Instant since, int position, Caller reader) {
        Optional<Waiting> why = isStaff(reader) ? request.waiting() : Optional.empty();
        return new WaitingPart(
                since,
                request.waitingReason().orElseThrow(),
                position,
                // A call handler is told as well that it is worth looking again in a moment.
                why.filter(known -> reader.has(Role.COORDINATOR) || known.isBeingServed())
                        .map(Waiting::rule)
                        .map(WaitingRules::shown)
                        .orElse(null),
                why.map(known -> known.easing().stream()
                                .sorted()
                                .map(WaitingRules::shown)
                                .toList())
                        .orElse(null),
                why.filter(known -> !known.easing().isEmpty())
                        .map(Waiting::together)
                        .orElse(null));
    }

    private RequesterView requester(Requester requester, Caller reader) {
        boolean staff = isStaff(reader);
        return new RequesterView(
                requester.id(),
                staff ? requesters.name(requester) : requesters.firstName(requester),
                staff && !requester.isForgotten()
                        ? requesters.contactNumber(requester).e164()
                        : null,
                requesters.jobRole(requester));
    }

    private DetailsTextPart details(MessageView text) {
        boolean planned = text.status().equals(MessageStatus.QUEUED.name())
                && text.attempts() == 0
                && text.dueAt().isAfter(time.now());
        return new DetailsTextPart(text.status(), text.errorCode().orElse(null), planned ? text.dueAt() : null);
    }

    private AssignmentPart part(Assignment assignment, Peer peer, DetailsTextPart details, Caller reader) {
        return new AssignmentPart(
                assignment.id(),
                assignment.status().name(),
                assignment.assignedAt(),
                isStaff(reader) ? assignment.reasons() : null,
                new PeerPart(peer.id(), peers.displayName(peer), peer.jobRole(), peer.specialty()),
                assignment.relayNumber().e164(),
                details);
    }

    private static boolean isStaff(Caller reader) {
        return reader.has(Role.INTAKE) || reader.has(Role.COORDINATOR);
    }
}
