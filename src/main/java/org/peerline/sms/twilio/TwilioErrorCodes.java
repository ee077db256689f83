package org.peerline.sms.twilio;

import java.util.HashMap;
import java.util.Map;
import org.peerline.sms.outbox.delivery.DeliveryFailure;

/** Twilio's error codes, folded to what can be done about each. The table is the whole of our knowledge of them. */
final class TwilioErrorCodes {
    /** What an error code means for the text that it is about. */
    enum Meaning {
        /** Turned away before it was looked at. */
        NOT_PROCESSED(DeliveryFailure.PERHAPS_TEMPORARY),
        /** Twilio's own queue for this sender is full: later, and slower. */
        NO_CAPACITY(DeliveryFailure.PERHAPS_TEMPORARY),
        PERHAPS_TEMPORARY(DeliveryFailure.PERHAPS_TEMPORARY),
        BAD_NUMBER(DeliveryFailure.BAD_NUMBER),
        OPTED_OUT(DeliveryFailure.OPTED_OUT),
        OUR_CONFIGURATION(DeliveryFailure.SENDER_BROKEN),
        OUR_FAULT(DeliveryFailure.OUR_FAULT),
        NO_ROUTE(DeliveryFailure.NO_ROUTE),
        FILTERED(DeliveryFailure.FILTERED),
        TOO_LATE(DeliveryFailure.TOO_LATE),
        UNKNOWN(DeliveryFailure.UNKNOWN_CODE);

        private final DeliveryFailure failure;

        Meaning(DeliveryFailure failure) {
            this.failure = failure;
        }

        /** The same, when the code comes with a report of a text that Twilio had accepted. */
        DeliveryFailure failure() {
            return failure;
        }
    }

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        say(Meaning.NOT_PROCESSED, 20429);
        say(Meaning.BAD_NUMBER, 21211, 21614, 21635, 30005, 30006);
        say(Meaning.OPTED_OUT, 21610);
        say(Meaning.OUR_CONFIGURATION, 20003, 20404, 21212, 21606, 21408, 21608, 21663, 30002, 30042);
        say(Meaning.OUR_FAULT, 21602, 21603, 21604, 21609, 21617, 21658, 90007);
        say(Meaning.NO_ROUTE, 21612);
        say(Meaning.NO_CAPACITY, 21611, 30001);
        say(Meaning.PERHAPS_TEMPORARY, 30003, 30008, 30410);
        say(Meaning.FILTERED, 30004, 30007, 30450);
        say(Meaning.TOO_LATE, 30036);
    }

    private TwilioErrorCodes() {}

    /** Codes that are not in the table are UNKNOWN: new ones come without notice. */
    static Meaning meaningOf(int code) {
        return MEANINGS.getOrDefault(code, Meaning.UNKNOWN);
    }

    private static void say(Meaning meaning, int... codes) {
        for (int code : codes) {
            MEANINGS.put(code, meaning);
        }
    }
}
