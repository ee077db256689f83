package org.peerline.sms.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

    private final Map<String, List<SimulatedText>> phones = new ConcurrentHashMap<>();
    private final PhoneNews news;

    Phones(PhoneNews news) {
        this.news = news;
    }

    /** A text that is there already, by its id, moves to the end: it arrives only now. */
    void keep(PhoneNumber phone, SimulatedText text) {
        phones.compute(phone.e164(), (number, texts) -> {
            List<SimulatedText> kept = texts == null ? new ArrayList<>() : texts;
            kept.removeIf(known -> known.id().equals(text.id()));
            kept.add(text);
            if (kept.size() > MOST_KEPT) {
                kept.remove(0);
            }
            return kept;
        });
        news.tell(phone, text);
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
