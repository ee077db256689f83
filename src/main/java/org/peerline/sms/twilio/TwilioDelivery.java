package org.peerline.sms.twilio;

import java.util.Optional;
import org.peerline.sms.outbox.delivery.DeliveryFailure;

/** What the code in a status callback says of a text that did not arrive. */
public final class TwilioDelivery {
    private TwilioDelivery() {}

    public static DeliveryFailure failure(Optional<String> code) {
        return code.map(Integer::parseInt)
                .map(TwilioErrorCodes::meaningOf)
                .map(TwilioErrorCodes.Meaning::failure)
                .orElse(DeliveryFailure.UNKNOWN_CODE);
    }
}
