package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;

/** What a peer sees who has signed in with a code: their own requests by reference, and a pause of their own. */
@Path("/console/mine")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.PEER)
public class MyPage {
    private final Peers peers;
    private final PeerRequests requests;
    private final ChangePeer changePeer;
    private final CurrentActor current;
    private final Pages pages;

    MyPage(Peers peers, PeerRequests requests, ChangePeer changePeer, CurrentActor current, Pages pages) {
        this.peers = peers;
        this.requests = requests;
        this.changePeer = changePeer;
        this.current = current;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Mine(Shell w, List<PeerRequests.Row> requests, String mark, boolean paused, int capacity)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MineRequests(Shell w, List<PeerRequests.Row> requests, String mark, int capacity)
            implements TemplateInstance {}

    @GET
    @Transactional
    public String mine() {
        Peer me = me();
        Shell w = pages.shell();
        List<PeerRequests.Row> open = requests.openOf(me.id());
        return new Mine(w, open, mark(open, me, w), me.status() == PeerStatus.PAUSED, me.capacity()).render();
    }

    /** The part that keeps itself up to date. */
    @GET
    @Path("/requests")
    @Transactional
    public Response requests(@HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Peer me = me();
        Shell w = pages.shell();
        List<PeerRequests.Row> open = requests.openOf(me.id());
        String mark = mark(open, me, w);
        return Live.answer(seen, mark, () -> new MineRequests(w, open, mark, me.capacity()));
    }

    private static String mark(List<PeerRequests.Row> open, Peer me, Shell w) {
        return me.capacity() + PeerRequests.mark(open, w);
    }

    @POST
    @Path("/pause")
    @Transactional
    public Response pause() {
        changePeer.pause(me(), Optional.empty(), false, current.actor()).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return Go.to("/console/mine?done=paused");
    }

    @POST
    @Path("/resume")
    @Transactional
    public Response resume() {
        changePeer.resume(me(), current.actor()).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return Go.to("/console/mine?done=resumed");
    }

    private Peer me() {
        return current.caller().peerId().flatMap(peers::findByIdOptional).orElseThrow(NotFound::new);
    }
}
