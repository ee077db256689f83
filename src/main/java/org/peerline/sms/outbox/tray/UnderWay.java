package org.peerline.sms.outbox.tray;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts what has begun and is not over, for whoever has to wait until nothing is. */
final class UnderWay {
    private int begun;

    synchronized void begin() {
        begun++;
    }

    synchronized void end() {
        begun--;
        notifyAll();
    }

    /** Returns when nothing is under way, or after so long. */
    synchronized void awaitNone(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); begun > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
