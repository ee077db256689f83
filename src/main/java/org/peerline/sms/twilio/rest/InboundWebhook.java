package org.peerline.sms.twilio.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    void beThere(@Observes StartupEvent start) {
        // To be made is enough: the counter is there before the first one counts.
    }

    @POST
    @Produces(MediaType.TEXT_XML)
    @Operation(
            operationId = "receiveTwilioMessage",
            summary = "Take in a text",
            description = "Called by Twilio for each text to one of our numbers, and signed by it. The answer comes"
                    + " after the text is stored; the same MessageSid has its effect once. Parameters not named here"
                    + " are accepted, and covered by the signature.")
    @APIResponse(
            responseCode = "200",
            description = "The text is stored. Empty TwiML: Twilio is to send nothing itself.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_XML,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 100),
                            example = NOTHING_TO_SAY))
    @APIResponse(responseCode = "204", description = "The sender is no telephone number; nothing is done with it.")
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
