package org.peerline.sms.outbox.hold;

import java.util.regex.Pattern;
import org.peerline.sms.outbox.gateway.SendResult;

/** Which answers say nothing about the text, because the provider could not be reached or is not itself. */
final class SilenceRule {
    /** The provider's own codes, and statuses that it turned a text away with: it was there. */
    private static final Pattern ANSWERED = Pattern.compile("[0-9]+|http_4[0-9]{2}");

    private SilenceRule() {}

    static boolean isSilence(SendResult result) {
        return result instanceof SendResult.Ambiguous
                || result instanceof SendResult.NotSent notSent
                        && !ANSWERED.matcher(notSent.code()).matches();
    }

    static String code(SendResult result) {
        return result instanceof SendResult.Ambiguous ambiguous
                ? ambiguous.code()
                : result instanceof SendResult.NotSent notSent ? notSent.code() : "";
    }
}
