package org.peerline.assignments.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.EndReason;
import org.peerline.privacy.Vault;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/** Shows assignments to their peer: a fixed number of queries, however many. */
@ApplicationScoped
class AssignmentViews {
    private final Requests requests;
    private final Requesters requesters;
    private final Vault vault;

    AssignmentViews(Requests requests, Requesters requesters, Vault vault) {
        this.requests = requests;
        this.requesters = requesters;
        this.vault = vault;
    }

    List<AssignmentView> all(List<Assignment> shown) {
        Map<UUID, SupportRequest> about =
                requests
                        .list(
                                "id in ?1",
                                shown.stream().map(Assignment::requestId).toList())
                        .stream()
                        .collect(Collectors.toMap(SupportRequest::id, Function.identity()));
        Map<UUID, Requester> who =
                requesters
                        .list(
                                "id in ?1",
                                shown.stream().map(Assignment::requesterId).toList())
                        .stream()
                        .collect(Collectors.toMap(Requester::id, Function.identity()));
        vault.prepare(who.keySet());
        return shown.stream()
                .map(assignment ->
                        view(assignment, about.get(assignment.requestId()), who.get(assignment.requesterId())))
                .toList();
    }

    private AssignmentView view(Assignment assignment, SupportRequest request, Requester requester) {
        return new AssignmentView(
                assignment.id(),
                assignment.status(),
                request.reference().text(),
                assignment.isOpen() ? request.status() : RequestStatus.CLOSED,
                requesters.firstName(requester),
                requesters.jobRole(requester),
                assignment.relayNumber().e164(),
                assignment.assignedAt(),
                assignment.firstTextAt().orElse(null),
                assignment.firstAnswerAt().orElse(null),
                assignment.endedAt().orElse(null),
                assignment.endReason().map(EndReason::asPeersSeeIt).orElse(null));
    }
}
