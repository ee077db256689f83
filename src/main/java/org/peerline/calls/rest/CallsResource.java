package org.peerline.calls.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.NotFound;
import org.peerline.calls.AnswerProposal;
import org.peerline.calls.CallCounts;
import org.peerline.calls.Calls;
import org.peerline.calls.CancelCall;
import org.peerline.calls.MoveCall;
import org.peerline.calls.RecordOutcome;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;

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
    private final RecordOutcome recordOutcome;
    private final CallCounts counts;
    private final TimeSource time;
    private final CallDoor door;

    CallsResource(
            Calls calls,
            AnswerProposal answerProposal,
            MoveCall moveCall,
            CancelCall cancelCall,
            RecordOutcome recordOutcome,
            CallCounts counts,
            TimeSource time,
            CallDoor door) {
        this.recordOutcome = recordOutcome;
        this.counts = counts;
        this.time = time;
        this.calls = calls;
        this.answerProposal = answerProposal;
        this.moveCall = moveCall;
        this.cancelCall = cancelCall;
        this.door = door;
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
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
        Page<CallView> shown = Page.of(
                rows,
                asked,
                (Call call) -> Cursor.of(call.startsAt().toInstant(), call.id()),
                call -> CallView.of(call, references.get(call.assignmentId())));
        door.noteRead(shown.items().stream().map(CallView::id).toList());
        return shown;
    }

    /** A cursor of a list in another order is none of ours. */
    private static Calls.After after(Cursor cursor) {
        if (cursor.at() == null) {
            throw BadInput.of("cursor", "Must be the nextCursor of an earlier answer.");
        }
        return new Calls.After(cursor.at(), cursor.id());
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/summary")
    @RolesAllowed(Roles.COORDINATOR)
    @Operation(
            operationId = "summarizeCalls",
            summary = "Count the calls of a period",
            description = "By what became of them. A call that offers several times counts with the first.")
    @APIResponseSchema(value = CallSummary.class, responseDescription = "The numbers.", responseCode = "200")
    public Response summary(
            @Parameter(
                            description = "Calls that begin at this moment or later.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Calls that begin before this moment.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to) {
        var period = CallParameters.period(from, to);
        return Response.ok(CallSummary.of(counts.between(period.from(), period.to(), time.now())))
                .build();
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getCall", summary = "Read a call")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call.", responseCode = "200")
    public Response read(UUID id) {
        door.requireOwnCall(id);
        Call call = calls.findByIdOptional(id).orElseThrow(NotFound::new);
        door.noteRead(List.of(id));
        return Response.ok(door.view(call))
                .header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .build();
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/accept")
    @Transactional
    @Operation(
            operationId = "acceptCall",
            summary = "Say yes to the time that the other side suggests",
            description = "Where several are offered, to one of them: give it as startsAt. 409 own_proposal,"
                    + " call_not_proposed, already_agreed, call_in_the_past, time_not_chosen, time_not_offered,"
                    + " assignment_ended.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call is agreed.", responseCode = "200")
    public Response accept(UUID id, CallAnswer answer) {
        CallAnswer given = answer == null ? CallAnswer.PLAIN : answer;
        door.requireOwnCall(id);
        return door.answer(answerProposal.accept(id, door.speaker(given.onBehalfOf()), given.chosen()));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/decline")
    @Transactional
    @Operation(
            operationId = "declineCall",
            summary = "Say no to the time that the other side suggests",
            description = "An agreed call that was to be moved stays agreed. 409 own_proposal, call_not_proposed,"
                    + " already_agreed, call_in_the_past, assignment_ended.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The time is declined.", responseCode = "200")
    public Response decline(UUID id, CallStep step) {
        Speaker speaker = speaker(id, step);
        return door.answer(answerProposal.decline(id, speaker));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/cancel")
    @Transactional
    @Operation(
            operationId = "cancelCall",
            summary = "Call off an agreed call, or take back one's own proposal",
            description = "A proposal to move the call ends with it. 409 not_own_proposal, call_not_open,"
                    + " call_in_the_past, assignment_ended.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call is cancelled.", responseCode = "200")
    public Response cancel(UUID id, CallStep step) {
        Speaker speaker = speaker(id, step);
        return door.answer(cancelCall.cancel(id, speaker));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/counter")
    @Transactional
    @Idempotent
    @Operation(
            operationId = "counterCall",
            summary = "Suggest another time instead of this one",
            description = "For a proposal or an agreed call; an agreed call stays until the new time is agreed too. 400"
                    + " for a time that has come already or is more than 60 days ahead. 409 call_not_open,"
                    + " already_proposed, already_agreed, call_in_the_past, overlapping_call, assignment_ended.")
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
        Calls.Place place = door.requireOwnCall(id);
        var speaker = door.speaker(asked.onBehalfOf());
        return door.answer(moveCall.move(id, speaker, door.offer(asked, speaker, place)));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/{id}/outcome")
    @Transactional
    @Operation(
            operationId = "recordCallOutcome",
            summary = "Say whether an agreed call took place",
            description = "From its start on, and once. After MISSED both are texted a kind way to a new time. 409"
                    + " call_not_agreed, call_not_begun, outcome_recorded.")
    @APIResponseSchema(value = CallView.class, responseDescription = "The call.", responseCode = "200")
    public Response outcome(UUID id, NewOutcome said) {
        door.requireOwnCall(id);
        return door.answer(recordOutcome.record(id, door.speaker(said.onBehalfOf()), said.report()));
    }

    private Speaker speaker(UUID call, CallStep step) {
        door.requireOwnCall(call);
        return door.speaker((step == null ? CallStep.PLAIN : step).onBehalfOf());
    }
}
