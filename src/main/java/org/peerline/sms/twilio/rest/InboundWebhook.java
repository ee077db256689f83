package org.peerline.sms.twilio.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.core.TimeSource;
import org.peerline.sms.InboundSms;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.inbox.Inbox;
import org.peerline.sms.twilio.TwilioPaths;

/** The texts that people send us, as Twilio delivers them. */
@Path(TwilioPaths.MESSAGES)
@Tag(name = "Twilio", description = "Webhooks that Twilio calls")
@PermitAll
public class InboundWebhook {
    /** TwiML for: nothing to send in answer. What we have to say goes out as a text of its own. */
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private static final String PROBLEM = "application/problem+json";

    private final WebhookDoor door;
    private final OurNumbers ours;
    private final Inbox inbox;
    private final TimeSource time;
    private final Counter dropped;

    @Inject
    public InboundWebhook(WebhookDoor door, OurNumbers ours, Inbox inbox, TimeSource time, MeterRegistry meters) {
        this.door = door;
        this.ours = ours;
        this.inbox = inbox;
        this.time = time;
        this.dropped = meters.counter("peerline.webhook.dropped", "reason", "sender_is_no_number");
    }

    @POST
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "receiveTwilioMessage",
            summary = "Take in a text",
            description = "Called by Twilio for each text to one of our numbers, and signed by it. The answer comes"
                    + " after the text is stored; the same MessageSid has its effect once. Parameters not named here"
                    + " are accepted, and covered by the signature.")
    @Parameter(
            name = "X-Twilio-Signature",
            in = ParameterIn.HEADER,
            required = true,
            description = "Base64 of HMAC-SHA1 over the public URL and the sorted form.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 28))
    // On the method: what stands at a parameter is read by reflection with every call.
    @RequestBody(
            required = true,
            description = "As Twilio sends it; at most 64 kB.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"MessageSid", "AccountSid", "From", "To"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "MessageSid",
                                                        type = SchemaType.STRING,
                                                        pattern = "^(SM|MM)[0-9a-f]{32}$",
                                                        maxLength = 34),
                                                @SchemaProperty(
                                                        name = "AccountSid",
                                                        type = SchemaType.STRING,
                                                        maxLength = 64),
                                                @SchemaProperty(
                                                        name = "From",
                                                        type = SchemaType.STRING,
                                                        maxLength = 64),
                                                @SchemaProperty(name = "To", type = SchemaType.STRING, maxLength = 64),
                                                @SchemaProperty(
                                                        name = "Body",
                                                        type = SchemaType.STRING,
                                                        maxLength = 1600),
                                                @SchemaProperty(
                                                        name = "NumMedia",
                                                        type = SchemaType.STRING,
                                                        pattern = "^[0-9]{1,2}$",
                                                        maxLength = 2),
                                                @SchemaProperty(
                                                        name = "OptOutType",
                                                        type = SchemaType.STRING,
                                                        enumeration = {"STOP", "START", "HELP"},
                                                        maxLength = 5)
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The text is stored. Empty TwiML: Twilio is to send nothing itself.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_XML,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100),
                            example = NOTHING_TO_SAY))
    @APIResponse(responseCode = "204", description = "The sender is no telephone number; nothing is done with it.")
    @APIResponse(
            responseCode = "400",
            description = "The form cannot be read.",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "403",
            description = "Not signed by Twilio, of another account, or to a number that is not ours.",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "404",
            description = "The gateway is not Twilio.",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(responseCode = "413", description = "Longer than 64 kB.", content = @Content(mediaType = PROBLEM))
    @APIResponse(responseCode = "415", description = "Not a form.", content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "503",
            description = "It could not be stored; send it again.",
            content = @Content(mediaType = PROBLEM))
    public CompletionStage<Response> receive(@Context HttpServerRequest request, byte[] body) {
        return door.openAndWait(TwilioPaths.MESSAGES, request, body, this::take);
    }

    private CompletionStage<Response> take(WebhookForm form) {
        Optional<InboundSms> sms = InboundForm.read(form, ours, time.now());
        if (sms.isEmpty()) {
            dropped.increment();
            return CompletableFuture.completedStage(Response.noContent().build());
        }
        return inbox.receive(sms.get())
                .thenApply(stored ->
                        Response.ok(NOTHING_TO_SAY, MediaType.TEXT_XML).build());
    }
}
