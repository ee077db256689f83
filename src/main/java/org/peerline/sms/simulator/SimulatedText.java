package org.peerline.sms.simulator;

import java.time.Instant;

/**
 * A text on a simulated phone.
 *
 * @param direction as the phone sees it
 * @param at the service's time
 */
public record SimulatedText(Direction direction, String from, String to, String body, Instant at) {

    /** SENT by the phone, or RECEIVED on it. */
    public enum Direction {
        SENT,
        RECEIVED
    }

    @Override
    public String toString() {
        return "SimulatedText";
    }
}
