package org.peerline.sms.twilio.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
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
import org.peerline.sms.outbox.delivery.RecordDelivery;
import org.peerline.sms.twilio.TwilioPaths;

/** What became of the texts that we sent, as Twilio reports it. */
@Path(TwilioPaths.STATUS)
@Tag(name = "Twilio", description = "Webhooks that Twilio calls")
@PermitAll
public class StatusWebhook {
    private static final String PROBLEM = "application/problem+json";

    private final WebhookDoor door;
    private final RecordDelivery deliveries;
    private final TimeSource time;

    @Inject
    public StatusWebhook(WebhookDoor door, RecordDelivery deliveries, TimeSource time) {
        this.door = door;
        this.deliveries = deliveries;
        this.time = time;
    }

    @POST
    @Operation(
            operationId = "receiveTwilioStatus",
            summary = "Take in a delivery report",
            description =
                    "Called by Twilio for each change of a text that we sent, and signed by it; the URL carries our"
                            + " id of the text. Reports may come in any order and more than once; a status that is not known is"
                            + " accepted and left alone.")
    @Parameter(
            name = "X-Twilio-Signature",
            in = ParameterIn.HEADER,
            required = true,
            description = "Base64 of HMAC-SHA1 over the public URL and the sorted form.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 28))
    @Parameter(
            name = TwilioPaths.MESSAGE_ID,
            in = ParameterIn.QUERY,
            description = "Our id of the text.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
    @Parameter(
            name = TwilioPaths.SEND_NO,
            in = ParameterIn.QUERY,
            description = "Which hand-over of that text the report is about.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,8}$", maxLength = 9))
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
                                            requiredProperties = {"MessageSid", "AccountSid", "MessageStatus"},
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
                                                        name = "MessageStatus",
                                                        type = SchemaType.STRING,
                                                        maxLength = 40),
                                                @SchemaProperty(
                                                        name = "ErrorCode",
                                                        type = SchemaType.STRING,
                                                        pattern = "^[0-9]{1,6}$",
                                                        maxLength = 6)
                                            })))
    @APIResponse(responseCode = "204", description = "The report is stored, or of a status that is not known.")
    @APIResponse(
            responseCode = "400",
            description = "The form cannot be read.",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "403",
            description = "Not signed by Twilio, or of another account.",
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
    public Response receive(@Context HttpServerRequest request, byte[] body) {
        return door.open(TwilioPaths.STATUS, request, body, form -> {
            StatusForm.read(form, Optional.ofNullable(request.query()), time.now())
                    .ifPresent(deliveries::record);
            return Response.noContent().build();
        });
    }
}
