package org.peerline.sms.twilio.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.OurNumbers;

/** Reads a genuine form as a text that somebody sent us. Parameters that we do not know are left alone. */
final class InboundForm {
    /** Nearly every sender; such a number is in its only form already, so it need not be taken apart. */
    private static final Pattern UK_MOBILE = Pattern.compile("\\+447[0-9]{9}");

    private static final Pattern SMALL_COUNT = Pattern.compile("[0-9]{1,2}");

    private InboundForm() {}

    /**
     * Empty when the sender is no telephone number (a short code, a name): nobody could be answered there.
     *
     * @throws WebhookRefused UNKNOWN_NUMBER when it was sent to a number that is not ours
     */
    static Optional<InboundSms> read(WebhookForm form, OurNumbers ours, Instant now) {
        PhoneNumber to = form.value("To")
                .flatMap(InboundForm::number)
                .filter(ours::isOurs)
                .orElseThrow(() -> new WebhookRefused(WebhookRefusal.UNKNOWN_NUMBER));
        return form.value("From")
                .flatMap(InboundForm::number)
                .map(from -> new InboundSms(
                        form.value("MessageSid").orElseThrow(),
                        from,
                        to,
                        form.value("Body").orElse(""),
                        pictures(form),
                        optOut(form),
                        now,
                        false));
    }

    /** Twilio writes numbers with a plus; without one, 60006 is a short code and not a number of the local exchange. */
    private static Optional<PhoneNumber> number(String written) {
        if (UK_MOBILE.matcher(written).matches()) {
            return Optional.of(new PhoneNumber(written));
        }
        return written.startsWith("+") ? PhoneNumber.parse(written) : Optional.empty();
    }

    private static int pictures(WebhookForm form) {
        return form.value("NumMedia")
                .filter(count -> SMALL_COUNT.matcher(count).matches())
                .map(Integer::parseInt)
                .orElse(0);
    }

    private static OptOut optOut(WebhookForm form) {
        return switch (form.value("OptOutType").orElse("")) {
            case "STOP" -> OptOut.STOP;
            case "START" -> OptOut.START;
            case "HELP" -> OptOut.HELP;
            default -> OptOut.NONE;
        };
    }
}
