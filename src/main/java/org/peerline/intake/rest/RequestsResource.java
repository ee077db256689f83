package org.peerline.intake.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Caller;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.assignments.waiting.InTurn;
import org.peerline.audit.Audit;
import org.peerline.core.Reference;
import org.peerline.core.Subject;
import org.peerline.intake.OpenRequest;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.profile.RequesterProfile;

/** Requests for support. */
@Path("/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Requests", description = "Requests for support: opened, read, closed, given to somebody else.")
public class RequestsResource {
    private final OpenRequest openRequest;
    private final Requests requests;
    private final RequestAccess access;
    private final RequestReading reading;
    private final RequestViews views;
    private final CurrentActor current;
    private final Audit audit;
    private final Limits limits;
    private final BlindIndex blindIndex;

    RequestsResource(
            OpenRequest openRequest,
            Requests requests,
            RequestAccess access,
            RequestReading reading,
            RequestViews views,
            CurrentActor current,
            Audit audit,
            Limits limits,
            BlindIndex blindIndex) {
        this.openRequest = openRequest;
        this.requests = requests;
        this.access = access;
        this.reading = reading;
        this.views = views;
        this.current = current;
        this.audit = audit;
        this.limits = limits;
        this.blindIndex = blindIndex;
    }

    @POST
    @RolesAllowed({Roles.INTAKE, Roles.COORDINATOR})
    @InTurn
    @Limited(Limit.INTAKE_PER_KEY)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "openRequest",
            summary = "Open a request for support",
            description = "Stores the requester, assigns the best eligible peer, takes a relay number and owes the"
                    + " details text, all or nothing. When nobody is free the request waits, and the answer says why."
                    + " 409 request_already_open: this contact number has an open request. Somebody of this name and date of"
                    + " birth who has one open under another number is served all the same, and a coordinator is asked"
                    + " which to close: the task ASKED_TWICE.")
    @APIResponseSchema(value = RequestView.class, responseCode = "201", responseDescription = "The request is open.")
    public Response open(NewRequest sent) {
        Caller caller = current.caller();
        RequesterProfile profile = reading.profile(sent);
        limits.use(Limit.INTAKE_PER_NUMBER, blindIndex.of(profile.contactNumber()))
                .ifPresent(pause -> {
                    throw TryLater.limitReached(pause);
                });
        var outcome = openRequest.open(profile, reading.plea(sent), SupportRequest.OpenedThrough.API, caller.actor());
        if (outcome instanceof OpenRequest.Outcome.Refused refused) {
            throw new Conflict(refused.why());
        }
        var opened = (OpenRequest.Outcome.Opened) outcome;
        SupportRequest request = opened.request();
        return Response.created(URI.create("/v1/requests/" + request.id()))
                .header(HttpHeaders.ETAG, EntityTags.of(request.version()))
                .entity(views.opened(request, opened.requester(), opened.assignment(), caller))
                .build();
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @RolesAllowed({Roles.INTAKE, Roles.COORDINATOR, Roles.PEER})
    @Transactional
    @Operation(
            operationId = "listRequests",
            summary = "List requests, oldest first",
            description = "A peer sees the requests that are with them.")
    @APIResponse(responseCode = "200", description = "One page of requests.")
    public Page<RequestView> list(
            @Parameter(
                            description = "Only requests that stand here.",
                            schema = @Schema(implementation = RequestStatus.class))
                    @QueryParam("status")
                    String status,
            @Parameter(
                            description = "Only the request with this reference, as people write it.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 12))
                    @QueryParam("reference")
                    String reference,
            @BeanParam PageParameters page) {
        Optional<RequestStatus> standing = StatusFilter.read(RequestStatus.class, status);
        PageRequest asked = page.asked();
        Caller caller = current.caller();
        if (reference != null && Reference.parse(reference).isEmpty()) {
            throw BadInput.of("reference", "Must be a reference such as PS-7K3QXM.");
        }
        List<SupportRequest> rows = requests.page(
                standing,
                Optional.ofNullable(reference).flatMap(Reference::parse),
                access.onlyOf(caller),
                asked.after().map(Cursor::id),
                asked.rowsToRead());
        List<SupportRequest> shown = rows.subList(0, Math.min(rows.size(), asked.limit()));
        audit.recordReads(
                caller.actor(),
                "REQUESTER_READ",
                Subject.Kind.REQUESTER,
                shown.stream().map(SupportRequest::requesterId).distinct().toList());
        return Page.of(
                views.all(rows, caller), asked, (RequestView view) -> Cursor.of(view.id()), (RequestView view) -> view);
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @RolesAllowed({Roles.INTAKE, Roles.COORDINATOR, Roles.PEER})
    @Transactional
    @Operation(operationId = "getRequest", summary = "Read a request by id or reference")
    @APIResponseSchema(value = RequestView.class, responseCode = "200", responseDescription = "The request.")
    public Response read(
            @Parameter(
                            description = "The id, or the reference such as PS-7K3QXM.",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 36))
                    @PathParam("id")
                    String id) {
        Caller caller = current.caller();
        SupportRequest request = requests.byIdOrReference(id)
                .filter(found -> access.maySee(found, caller))
                .orElseThrow(NotFound::new);
        audit.recordReads(caller.actor(), "REQUESTER_READ", Subject.Kind.REQUESTER, List.of(request.requesterId()));
        return Response.ok(views.one(request, caller))
                .header(HttpHeaders.ETAG, EntityTags.of(request.version()))
                .build();
    }
}
