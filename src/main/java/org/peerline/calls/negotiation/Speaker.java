package org.peerline.calls.negotiation;

import org.peerline.assignments.Conversation;
import org.peerline.audit.Actor;
import org.peerline.core.Party;

/**
 * Who takes a step: the side that it counts for, how it reached us, and who did it, who may be a call handler speaking
 * for the requester.
 */
public record Speaker(Party party, Agreement.Via via, Actor actor) {

    public static Speaker byText(Conversation conversation, Party party) {
        Actor actor = party == Party.PEER
                ? Actor.peer(conversation.peer().id())
                : Actor.requester(conversation.requester().id());
        return new Speaker(party, Agreement.Via.SMS, actor);
    }

    /** The service, for a step that counts for neither side. */
    public static Speaker service() {
        return new Speaker(null, null, Actor.SERVICE);
    }
}
