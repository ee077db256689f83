package org.peerline.console.home;

import java.util.List;

/**
 * One answer to "whose move is it", oldest first; of texts that did not arrive the newest, which can still be mended.
 *
 * @param name of the lane, which its words begin with
 * @param count how many there are, or "999+"
 * @param all the page with all of them
 */
public record Lane(String name, String count, List<Move> moves, String all) {

    /**
     * Something that waits, and the usual next step.
     *
     * @param id of the row, so that a keyboard stays where it is
     * @param reference of the request; empty where there is none
     * @param what in a few words
     * @param age or, for a call, the time of day
     * @param step where the button leads, or what it does
     * @param how it does that
     * @param sure what is asked before it is done; empty where it is done at once
     */
    public record Move(
            String id, String reference, String what, String age, String label, String step, How how, String sure) {
        public boolean leads() {
            return how == How.LEADS;
        }
    }

    /** What a button does. */
    public enum How {
        /** It opens the page where the step needs more than one press. */
        LEADS,
        /** It does the step, here and now. */
        DOES
    }
}
