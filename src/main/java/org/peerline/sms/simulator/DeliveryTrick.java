package org.peerline.sms.simulator;

/** What the simulated network does with the next text to a phone. */
public enum DeliveryTrick {
    /** It arrives at once. */
    NONE,
    /** It never arrives, and the network says so. */
    FAIL,
    /** It arrives ten minutes later. */
    LATE,
    /** It arrives twice, and so does the report of it. */
    TWICE,
    /** The text after it arrives first; without one it arrives ten minutes later. */
    OVERTAKEN
}
