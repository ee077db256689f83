package org.peerline.peers.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.peerline.api.http.EntityTags;
import org.peerline.api.problem.Conflict;
import org.peerline.core.Refusal;
import org.peerline.core.TimeSource;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;

/** How both doors to a peer's entry answer: the entry with its tag, or the reason why it could not be changed. */
@Singleton
class PeerAnswers {
    private final Peers peers;
    private final TimeSource time;

    PeerAnswers(Peers peers, TimeSource time) {
        this.peers = peers;
        this.time = time;
    }

    Response of(Peer peer) {
        return of(Response.ok(), peer);
    }

    Response of(Response.ResponseBuilder answer, Peer peer) {
        return answer.entity(view(peer))
                .header(HttpHeaders.ETAG, EntityTags.of(peer.version()))
                .build();
    }

    PeerView view(Peer peer) {
        return PeerView.of(peer, peers.profile(peer), time.now());
    }

    /** A refusal ends the transaction: of a change in several steps, none is done. */
    static void require(Optional<Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw new Conflict(why);
        });
    }
}
