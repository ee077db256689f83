package org.peerline.sms.simulator;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;

/** What happens on the phones and to the clock, for whoever is watching. */
@ApplicationScoped
public class PhoneNews {
    /** A watcher who reads so slowly is cut off, comes back by itself and reads everything anew. */
    private static final int MOST_UNREAD = 1000;

    private final BroadcastProcessor<Item> watchers = BroadcastProcessor.create();
    private final TimeSource time;

    PhoneNews(TimeSource time) {
        this.time = time;
    }

    /**
     * One piece of news.
     *
     * @param number the phone; absent when only the time has moved
     * @param text as it is now; absent when only the time has moved
     * @param now the service's time
     */
    public record Item(String number, SimulatedText text, Instant now) {
        @Override
        public String toString() {
            return "Item";
        }
    }

    public Multi<Item> watch() {
        return watchers.onOverflow().buffer(MOST_UNREAD);
    }

    public Item time() {
        return new Item(null, null, time.now());
    }

    synchronized void tell(PhoneNumber phone, SimulatedText text) {
        watchers.onNext(new Item(phone.e164(), text, time.now()));
    }

    synchronized void tellTime() {
        watchers.onNext(time());
    }
}
