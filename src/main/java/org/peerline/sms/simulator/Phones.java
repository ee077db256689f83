package org.peerline.sms.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.peerline.core.PhoneNumber;

/**
 * The handsets of the simulator: what each has sent and received. Kept in memory only, the latest {@value #MOST_KEPT} of
 * each phone, because nothing in them is anybody's.
 */
@ApplicationScoped
class Phones {
    private static final int MOST_KEPT = 500;

    private final Map<String, Deque<SimulatedText>> phones = new ConcurrentHashMap<>();

    void keep(PhoneNumber phone, SimulatedText text) {
        phones.compute(phone.e164(), (number, texts) -> {
            Deque<SimulatedText> kept = texts == null ? new ArrayDeque<>() : texts;
            kept.addLast(text);
            if (kept.size() > MOST_KEPT) {
                kept.removeFirst();
            }
            return kept;
        });
    }

    /** Oldest first. */
    List<SimulatedText> on(PhoneNumber phone) {
        var texts = new AtomicReference<List<SimulatedText>>(List.of());
        phones.computeIfPresent(phone.e164(), (number, kept) -> {
            texts.set(List.copyOf(kept));
            return kept;
        });
        return texts.get();
    }
}
