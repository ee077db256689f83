package org.peerline.sms.simulator.rest;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.simulator.PhoneNews;
import org.peerline.sms.simulator.SimulatedText;
import org.peerline.sms.simulator.Simulator;

/** Phones to play with. They exist only while the gateway is the simulator; with a real one every path is a 404. */
@Path("/simulator")
@Produces(MediaType.APPLICATION_JSON)
@WhileSimulated
@PermitAll
@Tag(name = "Simulator", description = "Phones to play with, only while the gateway is the simulator; otherwise 404.")
public class SimulatorResource {
    private final Simulator simulator;
    private final OurNumbers ourNumbers;
    private final ZoneId zone;

    SimulatorResource(
            Simulator simulator, OurNumbers ourNumbers, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.simulator = simulator;
        this.ourNumbers = ourNumbers;
        this.zone = zone;
    }

    @POST
    @Path("/messages")
    @Operation(
            operationId = "simulateText",
            summary = "Send a text from a simulated phone",
            description = "Answers when the text has taken effect and the texts owed for it have been sent.")
    @APIResponse(responseCode = "200", description = "Everything on the phone, oldest first.")
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public SimulatedPhone text(SimulatedMessage sent) {
        PhoneNumber from = number("from", sent.from());
        PhoneNumber to = number("to", sent.to());
        if (!ourNumbers.isOurs(to)) {
            throw BadInput.of("to", "Must be the service number or a relay number of ours.");
        }
        simulator.text(from, to, sent.body(), Boolean.TRUE.equals(sent.twice()));
        return new SimulatedPhone(from.e164(), simulator.on(from));
    }

    @GET
    @Path("/messages")
    @Operation(operationId = "readSimulatedPhone", summary = "See what a simulated phone has sent and received")
    @APIResponse(responseCode = "200", description = "Everything on the phone, oldest first.")
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public SimulatedPhone read(
            @Parameter(
                            description = "The phone's number.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 40))
                    @QueryParam("number")
                    String number) {
        PhoneNumber phone = number("number", number);
        List<SimulatedText> texts = simulator.on(phone);
        return new SimulatedPhone(phone.e164(), texts);
    }

    @POST
    @Path("/calls")
    @Operation(
            operationId = "simulateCall",
            summary = "Ring one of our numbers from a simulated phone",
            description = "Shows what would become of the call: whom it connects, or what a voice says.")
    @APIResponse(responseCode = "200", description = "What becomes of the call.")
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public SimulatedConnection ring(SimulatedRing rung) {
        PhoneNumber to = number("to", rung.to());
        if (!ourNumbers.isOurs(to)) {
            throw BadInput.of("to", "Must be the service number or a relay number of ours.");
        }
        return SimulatedConnection.of(
                simulator.ring(Optional.ofNullable(rung.from()).map(from -> number("from", from)), to));
    }

    @POST
    @Path("/clock")
    @Operation(
            operationId = "moveSimulatedClock",
            summary = "Move the service's time forward",
            description =
                    "Give advance or now. Everything that falls due on the way happens before the answer. Where that"
                            + " takes longer than some 20 seconds, the answer is 202 and the clock goes on by itself: `movingTo` of"
                            + " readSimulatedClock is absent when it has arrived. 409 `clock_is_moving` meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "The service's time.",
            content = @Content(schema = @Schema(implementation = SimulatedTime.class)))
    @APIResponse(
            responseCode = "202",
            description = "Much falls due on the way: the clock is still moving.",
            content = @Content(schema = @Schema(implementation = SimulatedTime.class)))
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public Response move(SimulatedMove sent) {
        simulator.moveTo(sent.target(simulator.now())).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        SimulatedTime time = time();
        return Response.status(time.movingTo() == null ? Response.Status.OK : Response.Status.ACCEPTED)
                .entity(time)
                .build();
    }

    @GET
    @Path("/clock")
    @Operation(operationId = "readSimulatedClock", summary = "Read the service's time")
    @APIResponse(responseCode = "200", description = "The service's time.")
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public SimulatedTime time() {
        return SimulatedTime.at(simulator.now(), zone, simulator.movingTo());
    }

    @POST
    @Path("/deliveries")
    @Operation(
            operationId = "playDeliveryTrick",
            summary = "Say what the network does with the next text to a phone",
            description = "It holds for one text; a later choice replaces an earlier one.")
    @APIResponse(responseCode = "200", description = "It will happen.")
    @APIResponse(responseCode = "404", description = "The gateway is not the simulator.")
    public SimulatedTrick trick(SimulatedTrick sent) {
        PhoneNumber phone = number("number", sent.number());
        simulator.choose(phone, sent.next());
        return new SimulatedTrick(phone.e164(), sent.next());
    }

    /** A stream for the page; it ends from time to time, and a browser comes back by itself. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<PhoneNews.Item> watch() {
        return simulator.watch();
    }

    private static PhoneNumber number(String field, String written) {
        return PhoneNumber.ukMobile(written, true)
                .orElseThrow(() -> BadInput.of(field, "Must be a UK mobile number, such as 07700 900123."));
    }
}
