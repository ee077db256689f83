package org.peerline.conversation.command;

/** Who is texting which kind of number: it decides which words are commands. */
public enum Desk {
    REQUESTER_ON_RELAY,
    PEER_ON_RELAY,
    /** A stranger too: whoever is not a peer may become a requester. */
    REQUESTER_ON_SERVICE,
    PEER_ON_SERVICE
}
