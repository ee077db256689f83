package org.peerline.sms.twilio.rest.contract;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** The forms that Twilio posts, as far as we read them; it sends more. */
final class WebhookForms {
    private static final int SID_LENGTH = 34;
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_TEXT = 1600;
    private static final int LONGEST_STATUS = 40;

    private WebhookForms() {}

    static Schema message() {
        return form("MessageSid", "AccountSid", "From", "To")
                .addProperty("MessageSid", sid("(SM|MM)"))
                .addProperty("AccountSid", text(LONGEST_WORD))
                .addProperty("From", text(LONGEST_WORD))
                .addProperty("To", text(LONGEST_WORD))
                .addProperty("Body", text(LONGEST_TEXT))
                .addProperty("NumMedia", digits(2))
                .addProperty("OptOutType", text(5).enumeration(List.of("STOP", "START", "HELP")));
    }

    static Schema status() {
        return form("MessageSid", "AccountSid", "MessageStatus")
                .addProperty("MessageSid", sid("(SM|MM)"))
                .addProperty("AccountSid", text(LONGEST_WORD))
                .addProperty("MessageStatus", text(LONGEST_STATUS))
                .addProperty("ErrorCode", digits(6));
    }

    static Schema call() {
        return form("CallSid", "AccountSid", "To")
                .addProperty("CallSid", sid("CA"))
                .addProperty("AccountSid", text(LONGEST_WORD))
                .addProperty("From", text(LONGEST_WORD))
                .addProperty("To", text(LONGEST_WORD));
    }

    static RequestBody body(Schema form) {
        return OASFactory.createRequestBody()
                .description("As Twilio sends it; at most 64 kB.")
                .content(OASFactory.createContent()
                        .addMediaType(
                                MediaType.APPLICATION_FORM_URLENCODED,
                                OASFactory.createMediaType().schema(form)))
                .required(true);
    }

    static Schema text(int longest) {
        return OASFactory.createSchema().maxLength(longest).addType(Schema.SchemaType.STRING);
    }

    private static Schema form(String... required) {
        return OASFactory.createSchema().required(List.of(required)).addType(Schema.SchemaType.OBJECT);
    }

    /** Such an id begins with letters that say of what. */
    private static Schema sid(String letters) {
        return text(SID_LENGTH).pattern("^" + letters + "[0-9a-f]{32}$");
    }

    private static Schema digits(int most) {
        return text(most).pattern("^[0-9]{1," + most + "}$");
    }
}
