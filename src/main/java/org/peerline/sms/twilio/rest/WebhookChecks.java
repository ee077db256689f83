package org.peerline.sms.twilio.rest;

import java.util.regex.Pattern;
import org.peerline.sms.twilio.MessageSid;
import org.peerline.sms.twilio.TwilioPaths;
import org.peerline.sms.twilio.TwilioSettings;

/** Everything that must hold before a form is believed, cheapest first. */
final class WebhookChecks {
    private static final int LONGEST_FORM = 64 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CALL_SID = Pattern.compile("CA[0-9a-f]{32}");

    private final String accountSid;
    private final WebhookSignature signature;

    WebhookChecks(TwilioSettings settings) {
        accountSid = settings.accountSid();
        signature = new WebhookSignature(settings.authTokens(), settings.publicUrl());
    }

    /** @throws WebhookRefused when the post is not a genuine one about a text or a call of our account */
    WebhookForm check(String path, WebhookPost post) {
        require(post.body().length <= LONGEST_FORM, WebhookRefusal.TOO_LARGE);
        require(post.contentType().filter(WebhookChecks::isForm).isPresent(), WebhookRefusal.NOT_A_FORM);
        WebhookForm form = WebhookForm.read(post.body());
        require(!post.signatures().isEmpty(), WebhookRefusal.UNSIGNED);
        String pathAndQuery = post.query().map(query -> path + "?" + query).orElse(path);
        boolean genuine = post.signatures().size() == 1
                && signature.isOf(pathAndQuery, form, post.signatures().get(0));
        require(genuine, WebhookRefusal.FORGED);
        require(form.value("AccountSid").filter(accountSid::equals).isPresent(), WebhookRefusal.FOREIGN_ACCOUNT);
        require(hasItsId(path, form), WebhookRefusal.MALFORMED);
        return form;
    }

    /** A call has another id than a text. */
    private static boolean hasItsId(String path, WebhookForm form) {
        return path.equals(TwilioPaths.VOICE)
                ? form.value("CallSid").filter(CALL_SID.asMatchPredicate()).isPresent()
                : form.value("MessageSid").filter(MessageSid::matches).isPresent();
    }

    private static boolean isForm(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().equalsIgnoreCase(FORM);
    }

    private static void require(boolean met, WebhookRefusal otherwise) {
        if (!met) {
            throw new WebhookRefused(otherwise);
        }
    }
}
