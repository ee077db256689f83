package org.peerline.sms.inbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the texts of one sender through one after the other, in the order of their coming; other senders do not notice. */
final class Turnstile {
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();

    /** First come, first served. */
    private static final class Gate extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        private int people;

        Gate() {
            super(true);
        }
    }

    void pass(String sender, Runnable work) {
        Gate gate = gates.compute(sender, (key, known) -> {
            Gate mine = known == null ? new Gate() : known;
            mine.people++;
            return mine;
        });
        gate.lock();
        try {
            work.run();
        } finally {
            gate.unlock();
            gates.compute(sender, (key, known) -> --gate.people == 0 ? null : known);
        }
    }
}
