package org.peerline.assignments.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.assignments.ending.LeaveKnownPerson;
import org.peerline.assignments.ending.PassRequest;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.requests.Outcome;
import org.peerline.requests.Requests;

/** What a peer holds. Somebody else's assignment does not exist here. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.PEER)
@Tag(name = "Assignments", description = "What a peer has been given, and its thread.")
public class AssignmentsResource {
    private final Assignments assignments;
    private final AssignmentViews views;
    private final Conversations conversations;
    private final PassRequest passRequest;
    private final LeaveKnownPerson leaveKnownPerson;
    private final CloseRequest closeRequest;
    private final Requests requests;
    private final CurrentActor current;
    private final Audit audit;

    AssignmentsResource(
            Assignments assignments,
            AssignmentViews views,
            Conversations conversations,
            PassRequest passRequest,
            LeaveKnownPerson leaveKnownPerson,
            CloseRequest closeRequest,
            Requests requests,
            CurrentActor current,
            Audit audit) {
        this.assignments = assignments;
        this.views = views;
        this.conversations = conversations;
        this.passRequest = passRequest;
        this.leaveKnownPerson = leaveKnownPerson;
        this.closeRequest = closeRequest;
        this.requests = requests;
        this.current = current;
        this.audit = audit;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/me/assignments")
    @Transactional
    @Operation(operationId = "listMyAssignments", summary = "List my assignments, oldest first, ended ones included")
    @APIResponse(responseCode = "200", description = "One page of assignments.")
    public Page<AssignmentView> mine(@BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        List<Assignment> rows = assignments.pageOf(me(), asked.after().map(Cursor::id), asked.rowsToRead());
        noteRead(rows.subList(0, Math.min(rows.size(), asked.limit())));
        return Page.of(
                views.all(rows), asked, (AssignmentView view) -> Cursor.of(view.id()), (AssignmentView view) -> view);
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/assignments/{id}")
    @Transactional
    @Operation(operationId = "getAssignment", summary = "Read one of my assignments")
    @APIResponseSchema(value = AssignmentView.class, responseCode = "200", responseDescription = "The assignment.")
    public Response read(UUID id) {
        Assignment assignment = find(id);
        return shown(assignment);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/assignments/{id}/pass")
    @Transactional
    @Operation(
            operationId = "passAssignment",
            summary = "Hand a request back before the first answer",
            description = "No reason is asked. 409 already_answered, assignment_ended.")
    @APIResponseSchema(
            value = AssignmentView.class,
            responseCode = "200",
            responseDescription = "The ended assignment.")
    public Response pass(UUID id) {
        Assignment assignment = find(id);
        passRequest.pass(conversations.of(assignment.id())).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return shown(assignment);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/assignments/{id}/known")
    @Transactional
    @Operation(
            operationId = "leaveKnownPerson",
            summary = "Hand a request back because I know this person",
            description =
                    "At any time, also after the first answer. The requester is told that it has nothing to do with"
                            + " them, and gets somebody else; the two are never brought together again. 409 assignment_ended.")
    @APIResponseSchema(
            value = AssignmentView.class,
            responseCode = "200",
            responseDescription = "The ended assignment.")
    public Response known(UUID id) {
        Assignment assignment = find(id);
        leaveKnownPerson.leave(conversations.of(assignment.id()), Party.PEER).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return shown(assignment);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/assignments/{id}/done")
    @Transactional
    @Operation(
            operationId = "finishAssignment",
            summary = "End the conversation and close the request as completed",
            description = "Both sides are thanked by text. 409 assignment_ended.")
    @APIResponseSchema(
            value = AssignmentView.class,
            responseCode = "200",
            responseDescription = "The ended assignment.")
    public Response done(UUID id) {
        Assignment assignment = find(id);
        if (!assignment.isOpen()) {
            throw new Conflict(new Refusal("assignment_ended", "This assignment has ended."));
        }
        closeRequest
                .close(requests.findById(assignment.requestId()), Outcome.COMPLETED, current.actor())
                .ifPresent(refusal -> {
                    throw new Conflict(refusal);
                });
        return shown(assignment);
    }

    private Assignment find(UUID id) {
        return assignments.ofPeer(id, me()).orElseThrow(NotFound::new);
    }

    private UUID me() {
        return current.caller().peerId().orElseThrow(NotFound::new);
    }

    private void noteRead(List<Assignment> shown) {
        audit.recordReads(
                current.actor(),
                "REQUESTER_READ",
                Subject.Kind.REQUESTER,
                shown.stream().map(Assignment::requesterId).distinct().toList());
    }

    private Response shown(Assignment assignment) {
        noteRead(List.of(assignment));
        return Response.ok(views.all(List.of(assignment)).get(0))
                .header(HttpHeaders.ETAG, EntityTags.of(assignment.version()))
                .build();
    }
}
