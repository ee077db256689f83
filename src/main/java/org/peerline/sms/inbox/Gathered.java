package org.peerline.sms.inbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;

/**
 * Texts that came in at the same time, split into those that can share a transaction and those that want one of their
 * own. The first go first; behind a text that goes alone, everything else of its sender goes alone too, so that a
 * sender's texts keep their order.
 */
record Gathered<T>(List<T> together, List<T> alone) {

    /** One text as the split needs to see it. */
    interface Text {
        InboundSms sms();
    }

    static <T extends Text> Gathered<T> of(List<T> arrived, Predicate<InboundSms> goesTogether) {
        var together = new ArrayList<T>();
        var alone = new ArrayList<T>();
        var waitingSenders = new HashSet<PhoneNumber>();
        var ids = new HashSet<String>();
        for (T text : arrived) {
            InboundSms sms = text.sms();
            // A repeat must find the first one committed: whether that took effect is not known before.
            boolean repeat = !ids.add(sms.providerId());
            if (repeat || waitingSenders.contains(sms.from()) || !goesTogether.test(sms)) {
                waitingSenders.add(sms.from());
                alone.add(text);
            } else {
                together.add(text);
            }
        }
        return new Gathered<>(List.copyOf(together), List.copyOf(alone));
    }
}
