package org.peerline.sms.twilio.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
            name = TwilioPaths.MESSAGE_ID,
            in = ParameterIn.QUERY,
            description = "Our id of the text.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid", maxLength = 36))
    @Parameter(
            name = TwilioPaths.SEND_NO,
            in = ParameterIn.QUERY,
            description = "Which hand-over of that text the report is about.",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[1-9][0-9]{0,8}$", maxLength = 9))
    @APIResponse(responseCode = "204", description = "The report is stored, or of a status that is not known.")
    public Response receive(@Context HttpServerRequest request, byte[] body) {
        return door.open(TwilioPaths.STATUS, request, body, form -> {
            StatusForm.read(form, Optional.ofNullable(request.query()), time.now())
                    .ifPresent(deliveries::record);
            return Response.noContent().build();
        });
    }
}
