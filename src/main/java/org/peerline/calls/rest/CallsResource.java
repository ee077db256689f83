package org.peerline.calls.rest;

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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.NotFound;
import org.peerline.calls.AnswerProposal;
import org.peerline.calls.Calls;
import org.peerline.calls.CancelCall;
import org.peerline.calls.MoveCall;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.Speaker;

/** Calls: to see them, and to take the steps that texts can take too. */
@Path("/v1/calls")
@RolesAllowed({Roles.PEER, Roles.COORDINATOR, Roles.INTAKE})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallsResource {
    private final Calls calls;
    private final AnswerProposal answerProposal;
    private final MoveCall moveCall;
    private final CancelCall cancelCall;
    private final CallDoor door;

    CallsResource(Calls calls, AnswerProposal answerProposal, MoveCall moveCall, CancelCall cancelCall, CallDoor door) {
        this.calls = calls;
        this.answerProposal = answerProposal;
        this.moveCall = moveCall;
        this.cancelCall = cancelCall;
        this.door = door;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCalls",
            summary = "List calls in order of their start",
            description = "A peer sees their own.")
    @APIResponse(responseCode = "200", description = "One page of calls, those of the past included.")
    public Page<CallView> list(@BeanParam CallParameters which, @BeanParam PageParameters page) {
        PageRequest asked = page.asked();
        Optional<Calls.After> after = asked.after().map(CallsResource::after);
        var rows = calls.page(which.filter(door.caller().peerId()), after, asked.rowsToRead());
        var references = calls.references(rows.stream().map(Call::assignmentId).collect(Collectors.toSet()));
        return Page.of(
                rows,
                asked,
                (Call call) -> Cursor.of(call.startsAt().toInstant(), call.id()),
                call -> CallView.of(call, references.get(call.assignmentId())));
    }

    /** A cursor of a list in another order is none of ours. */
    private static Calls.After after(Cursor cursor) {
        if (cursor.at() == null) {
            throw BadInput.of("cursor", "Must be the nextCursor of an earlier answer.");
        }
        return new Calls.After(cursor.at(), cursor.id());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCall", summary = "Read a call")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call.", responseCode = "200")
    public Response read(UUID id) {
        door.requireOwnCall(id);
        Call call = calls.findByIdOptional(id).orElseThrow(NotFound::new);
        return Response.ok(door.view(call))
                .header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .build();
    }

    @POST
    @Path("/{id}/accept")
    @Transactional
    @Operation(operationId = "acceptCall", summary = "Say yes to the time that the other side suggests")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call is agreed.", responseCode = "200")
    public Response accept(UUID id, CallAnswer answer) {
        Speaker speaker = speaker(id, answer);
        return door.answer(answerProposal.accept(id, speaker));
    }

    @POST
    @Path("/{id}/decline")
    @Transactional
    @Operation(
            operationId = "declineCall",
            summary = "Say no to the time that the other side suggests",
            description = "An agreed call that was to be moved stays agreed.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The time is declined.", responseCode = "200")
    public Response decline(UUID id, CallAnswer answer) {
        Speaker speaker = speaker(id, answer);
        return door.answer(answerProposal.decline(id, speaker));
    }

    @POST
    @Path("/{id}/cancel")
    @Transactional
    @Operation(
            operationId = "cancelCall",
            summary = "Call off an agreed call, or take back one's own proposal",
            description = "A proposal to move the call ends with it.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call is cancelled.", responseCode = "200")
    public Response cancel(UUID id, CallAnswer answer) {
        Speaker speaker = speaker(id, answer);
        return door.answer(cancelCall.cancel(id, speaker));
    }

    @POST
    @Path("/{id}/counter")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "counterCall",
            summary = "Suggest another time instead of this one",
            description = "For a proposal or an agreed call; an agreed call stays until the new time is agreed too.")
    @APIResponse(
            responseCode = "201",
            description = "The new time is suggested.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CallView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The other side wanted this very time: the call is agreed.",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CallView.class)))
    public Response counter(UUID id, NewProposal asked) {
        door.requireOwnCall(id);
        var speaker = door.speaker(asked.onBehalfOf());
        return door.answer(moveCall.move(id, speaker, door.onOurClocks(asked.startsAt())));
    }

    private Speaker speaker(UUID call, CallAnswer answer) {
        door.requireOwnCall(call);
        return door.speaker((answer == null ? CallAnswer.PLAIN : answer).onBehalfOf());
    }
}
