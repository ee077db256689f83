package org.peerline.calls.calendar.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.calls.calendar.CalendarEntries;
import org.peerline.calls.calendar.CalendarFeed;
import org.peerline.calls.calendar.CalendarToken;
import org.peerline.calls.calendar.CalendarTokens;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;

/**
 * A peer's agreed calls for their calendar program, which can send no credential but the address itself. The class has
 * the path "/v1" because a class at "/v1/me" would take every address below it away from other classes.
 */
@Path("/v1")
@RolesAllowed(Roles.PEER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CalendarResource {
    private static final String CALENDAR = "text/calendar";
    private static final String EXAMPLE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Peerline//Agreed calls//EN\r\n"
            + "BEGIN:VEVENT\r\nUID:01a202d7-e6b8-7968-a5f3-7c0fe1bb942e@peerline\r\nSEQUENCE:0\r\n"
            + "DTSTAMP:20261122T104033Z\r\nDTSTART:20261123T190000Z\r\nDURATION:PT30M\r\nSUMMARY:Call PS-04EZR8\r\n"
            + "STATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    private final CalendarTokens tokens;
    private final CalendarEntries entries;
    private final CurrentActor current;
    private final Limits limits;

    CalendarResource(CalendarTokens tokens, CalendarEntries entries, CurrentActor current, Limits limits) {
        this.tokens = tokens;
        this.entries = entries;
        this.current = current;
        this.limits = limits;
    }

    @POST
    @Path("/me/calendar")
    @Transactional
    @Operation(
            operationId = "openMyCalendar",
            summary = "Make an address for my calendar program",
            description = "An older address opens nothing from then on.")
    @APIResponse(
            responseCode = "201",
            description = "The address; shown this once.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewCalendarAccess.class)))
    public Response open() {
        CalendarToken token = tokens.issue(me());
        return Response.created(URI.create("/v1/me/calendar"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(NewCalendarAccess.of(token, tokens.issuedAt(me()).orElseThrow()))
                .build();
    }

    @GET
    @Path("/me/calendar")
    @Operation(operationId = "getMyCalendar", summary = "See whether my calendar has an address, and since when")
    @APIResponseSchema(value = CalendarAccess.class, responseCode = "200", responseDescription = "It has one.")
    @APIResponse(responseCode = "404", description = "It has none.")
    public Response read() {
        return Response.ok(new CalendarAccess(tokens.issuedAt(me()).orElseThrow(NotFound::new)))
                .build();
    }

    @DELETE
    @Path("/me/calendar")
    @Transactional
    @Operation(operationId = "closeMyCalendar", summary = "Take the address of my calendar back")
    @APIResponse(responseCode = "204", description = "It opens nothing any more.")
    @APIResponse(responseCode = "404", description = "There was none.")
    public Response close() {
        if (!tokens.revoke(me())) {
            throw new NotFound();
        }
        return Response.noContent().build();
    }

    @GET
    @Path("/me/calendar.ics")
    @PermitAll
    @Transactional
    @Produces(CALENDAR)
    @Operation(
            operationId = "readCalendar",
            summary = "Read the agreed calls of a peer as iCalendar",
            description = "For calendar programs. In UTC, without the name of a requester; a call that is called off"
                    + " stays in it as CANCELLED.")
    @APIResponse(
            responseCode = "200",
            description = "The feed.",
            content =
                    @Content(
                            mediaType = CALENDAR,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 10_000_000),
                            example = EXAMPLE))
    @APIResponse(responseCode = "404", description = "The token opens nothing, or nothing any more.")
    @APIResponse(responseCode = "429", description = "It was asked for too often.")
    public Response feed(
            @Parameter(
                            description = "The token of the address.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 46))
                    @QueryParam("token")
                    String token) {
        CalendarToken given = CalendarToken.parse(token).orElseThrow(NotFound::new);
        UUID peer = tokens.peerOf(given).orElseThrow(NotFound::new);
        limits.use(Limit.FEED_PER_TOKEN, given.countedAs()).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
        tokens.noteRead(peer);
        return Response.ok(CalendarFeed.write(entries.of(peer)), CALENDAR + "; charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private UUID me() {
        return current.caller().peerId().orElseThrow(NotFound::new);
    }
}
