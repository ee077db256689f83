package org.peerline.intake.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.DetailsText;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.assignments.ending.ReassignRequest;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/** What a coordinator does with a request. */
@Path("/v1/requests/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "Requests")
public class RequestStepsResource {
    private final Requests requests;
    private final Assignments assignments;
    private final CloseRequest closeRequest;
    private final ReassignRequest reassignRequest;
    private final DetailsText detailsText;
    private final Limits limits;
    private final RequestViews views;
    private final CurrentActor current;
    private final Audit audit;

    RequestStepsResource(
            Requests requests,
            Assignments assignments,
            CloseRequest closeRequest,
            ReassignRequest reassignRequest,
            DetailsText detailsText,
            Limits limits,
            RequestViews views,
            CurrentActor current,
            Audit audit) {
        this.requests = requests;
        this.assignments = assignments;
        this.closeRequest = closeRequest;
        this.reassignRequest = reassignRequest;
        this.detailsText = detailsText;
        this.limits = limits;
        this.views = views;
        this.current = current;
        this.audit = audit;
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/close")
    @Transactional
    @Operation(
            operationId = "closeRequest",
            summary = "Close a request",
            description = "Both sides are thanked by text. 409 request_closed: it was closed before.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "The closed request.")
    public Response close(
            @Parameter(
                            description = "The id, or the reference.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 36))
                    @PathParam("id")
                    String id,
            Closing sent) {
        SupportRequest request = find(id);
        closeRequest.close(request, sent.outcome(), current.actor()).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return shown(request);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/reassign")
    @Transactional
    @Operation(
            operationId = "reassignRequest",
            summary = "Give a request to another peer",
            description = "The two are never brought together again. When nobody else is free the request waits."
                    + " 409 no_open_assignment: the request waits already, or is closed.")
    @APIResponseSchema(
            value = RequestView.class,
            responseCode = "200",
            responseDescription = "The request as it is now.")
    public Response reassign(
            @Parameter(
                            description = "The id, or the reference.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 36))
                    @PathParam("id")
                    String id,
            Reassigning sent) {
        SupportRequest request = find(id);
        reassignRequest.reassign(openAssignment(request), sent.reason().name(), sent.end(), current.actor());
        return shown(request);
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/details-text")
    @Transactional
    @Operation(
            operationId = "sendDetailsAgain",
            summary = "Send the peer's details again",
            description = "409 no_open_assignment: there is no peer whose details could be sent.")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "The text is owed again.")
    public Response sendDetails(
            @Parameter(
                            description = "The id, or the reference.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 36))
                    @PathParam("id")
                    String id) {
        // Their peer may be changing at this moment.
        SupportRequest request = requests.locked(find(id).id());
        var assignment = openAssignment(request);
        limits.use(Limit.DETAILS_PER_REQUEST, request.id().toString()).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
        detailsText.again(assignment);
        audit.record(current.actor(), "DETAILS_SENT_AGAIN", Subject.of(Subject.Kind.REQUEST, request.id()), null);
        return shown(request);
    }

    private SupportRequest find(String id) {
        return requests.byIdOrReference(id).orElseThrow(NotFound::new);
    }

    private Assignment openAssignment(SupportRequest request) {
        return assignments.openOf(request.id()).orElseThrow((Supplier<Conflict>)
                () -> new Conflict(new Refusal("no_open_assignment", "The request is with nobody at the moment.")));
    }

    private Response shown(SupportRequest request) {
        audit.recordReads(current.actor(), "REQUESTER_READ", Subject.Kind.REQUESTER, List.of(request.requesterId()));
        return Response.ok(views.one(request, current.caller()))
                .header(HttpHeaders.ETAG, EntityTags.of(request.version()))
                .build();
    }
}
