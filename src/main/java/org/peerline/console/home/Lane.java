package org.peerline.console.home;

import java.util.List;

/**
 * One answer to "whose move is it", oldest first.
 *
 * @param name of the lane, which its words begin with
 * @param count how many there are, or "999+"
 * @param all the page with all of them
 */
public record Lane(String name, String count, List<Move> moves, String all) {

    /**
     * Something that waits, and the usual next step.
     *
     * @param reference of the request; empty where there is none
     * @param what in a few words
     * @param age or, for a call, the time of day
     * @param step where the button leads
     * @param sends whether the button does it at once, or only leads there
     */
    public record Move(String reference, String what, String age, String label, String step, boolean sends) {}
}
