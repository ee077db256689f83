package org.peerline.sms.twilio.rest.voice;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.twilio.TwilioPaths;
import org.peerline.sms.twilio.rest.WebhookDoor;
import org.peerline.sms.twilio.rest.WebhookForm;
import org.peerline.sms.twilio.rest.WebhookRefusal;
import org.peerline.sms.twilio.rest.WebhookRefused;
import org.peerline.sms.voice.InboundCall;
import org.peerline.sms.voice.InboundCallHandler;

/** The calls that people make to our numbers, as Twilio reports them while they ring. */
@Path(TwilioPaths.VOICE)
@Tag(name = "Twilio", description = "Webhooks that Twilio calls")
@PermitAll
public class VoiceWebhook {
    private static final String SPOKEN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Say"
            + " language=\"en-GB\">This number takes text messages only.</Say></Response>";

    private final WebhookDoor door;
    private final OurNumbers ours;
    private final InboundCallHandler handler;

    @Inject
    public VoiceWebhook(WebhookDoor door, OurNumbers ours, InboundCallHandler handler) {
        this.door = door;
        this.ours = ours;
        this.handler = handler;
    }

    @POST
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "receiveTwilioCall",
            summary = "Answer a call",
            description = "Called by Twilio for each call to one of our numbers, and signed by it. Around a call that"
                    + " both have agreed to, the caller is connected to the other person, who sees the number that was"
                    + " rung; at any other time, and to anybody else, a voice says what to do.")
    @APIResponse(
            responseCode = "200",
            description = "TwiML: to connect the call, or to speak.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_XML,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 2000),
                            example = SPOKEN))
    public Response answer(@Context HttpServerRequest request, byte[] body) {
        return door.open(TwilioPaths.VOICE, request, body, this::answer);
    }

    private Response answer(WebhookForm form) {
        PhoneNumber to = number(form, "To")
                .filter(ours::isOurs)
                .orElseThrow(() -> new WebhookRefused(WebhookRefusal.UNKNOWN_NUMBER));
        var reply = handler.answer(new InboundCall(number(form, "From"), to));
        return Response.ok(VoiceTwiml.of(reply), MediaType.TEXT_XML).build();
    }

    /** Without a plus it is "anonymous", or another word for a number that is withheld. */
    private static Optional<PhoneNumber> number(WebhookForm form, String name) {
        return form.value(name).filter(written -> written.startsWith("+")).flatMap(PhoneNumber::parse);
    }
}
