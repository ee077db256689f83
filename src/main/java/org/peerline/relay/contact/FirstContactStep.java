package org.peerline.relay.contact;

/** What the service does by itself while somebody's first words are awaited, in this order. */
public enum FirstContactStep {
    NUDGE_REQUESTER(true),
    CLOSE(true),
    NUDGE_PEER(true),
    OFFER_ANOTHER(true),
    /** No text goes out, so that people's sleep does not matter. */
    ASK_COORDINATOR(false);

    private final boolean texts;

    FirstContactStep(boolean texts) {
        this.texts = texts;
    }

    boolean texts() {
        return texts;
    }
}
