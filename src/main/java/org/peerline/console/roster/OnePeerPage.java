package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;
import org.peerline.peers.profile.PeerProfile;

/** One peer: the entry, what is with them, and whether they take part. Whoever looks is on record. */
@Path("/console/roster")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class OnePeerPage {
    private static final int INVALID = 400;

    private final Peers peers;
    private final PeerRequests peerRequests;
    private final ChangePeer changePeer;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    OnePeerPage(
            Peers peers,
            PeerRequests peerRequests,
            ChangePeer changePeer,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.peers = peers;
        this.peerRequests = peerRequests;
        this.changePeer = changePeer;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /**
     * @param fault the key of what was wrong with a pause; empty at first
     * @param unsure whether somebody asked for a retirement without saying that they are sure
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeerPage(
            Shell w,
            UUID id,
            PeerProfile profile,
            String status,
            Optional<Instant> pausedUntil,
            int open,
            WeekGrid week,
            List<PeerRequests.Row> requests,
            String mark,
            Optional<String> fault,
            boolean unsure)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeerRequestList(Shell w, UUID id, List<PeerRequests.Row> requests, String mark)
            implements TemplateInstance {}

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @Transactional
    public String show(@PathParam("id") UUID id) {
        return page(known(id), Optional.empty(), false);
    }

    /** The part that keeps itself up to date: what is with the peer. */
    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/requests")
    @Transactional
    public Response requests(@PathParam("id") UUID id, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        List<PeerRequests.Row> requests = peerRequests.openOf(known(id).id());
        String mark = PeerRequests.mark(requests, w);
        return Live.answer(seen, mark, () -> noteRead(id), () -> new PeerRequestList(w, id, requests, mark));
    }

    /** Where a step has come back as a page, to be read in another language or loaded again. */
    @GET
    @Path("/{id}/pause")
    public Response fromPause(@PathParam("id") UUID id) {
        return Go.to("/console/roster/" + id);
    }

    @GET
    @Path("/{id}/retire")
    public Response fromRetirement(@PathParam("id") UUID id) {
        return Go.to("/console/roster/" + id);
    }

    @POST
    @Path("/{id}/pause")
    @Transactional
    public Response pause(
            @PathParam("id") UUID id, @FormParam("until") String until, @FormParam("handOver") String handOver) {
        Peer peer = known(id);
        Optional<Instant> end;
        try {
            end = Optional.ofNullable(until)
                    .filter(day -> !day.isBlank())
                    .map(day -> LocalDate.parse(day)
                            .atStartOfDay(pages.shell().zone())
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return wrong(peer, "peer.pause.unreadable");
        }
        if (end.filter(moment -> !moment.isAfter(pages.shell().now())).isPresent()) {
            return wrong(peer, "peer.pause.past");
        }
        return done(changePeer.pause(peer, end, handOver != null, current.actor()), id, "paused");
    }

    @POST
    @Path("/{id}/resume")
    @Transactional
    public Response resume(@PathParam("id") UUID id) {
        return done(changePeer.resume(known(id), current.actor()), id, "resumed");
    }

    @POST
    @Path("/{id}/retire")
    @Transactional
    public Response retire(@PathParam("id") UUID id, @FormParam("sure") String sure) {
        Peer peer = known(id);
        if (sure == null) {
            return Response.status(INVALID)
                    .entity(page(peer, Optional.empty(), true))
                    .build();
        }
        return done(changePeer.become(peer, PeerStatus.RETIRED, current.actor()), id, "retired");
    }

    @POST
    @Path("/{id}/come-back")
    @Transactional
    public Response comeBack(@PathParam("id") UUID id) {
        return done(changePeer.become(known(id), PeerStatus.ACTIVE, current.actor()), id, "came-back");
    }

    private static Response done(Optional<Refusal> refusal, UUID id, String done) {
        refusal.ifPresent(why -> {
            throw new Conflict(why);
        });
        return Go.to("/console/roster/" + id + "?done=" + done);
    }

    private Response wrong(Peer peer, String fault) {
        return Response.status(INVALID)
                .entity(page(peer, Optional.of(fault), false))
                .build();
    }

    private String page(Peer peer, Optional<String> fault, boolean unsure) {
        noteRead(peer.id());
        Shell w = pages.shell();
        PeerProfile profile = peers.profile(peer);
        List<PeerRequests.Row> requests = peerRequests.openOf(peer.id());
        return new PeerPage(
                        w,
                        peer.id(),
                        profile,
                        peer.status().name(),
                        peer.pausedUntil(),
                        peer.openAssignments(),
                        WeekGrid.of(profile.offer().availability()),
                        requests,
                        PeerRequests.mark(requests, w),
                        fault,
                        unsure)
                .render();
    }

    private void noteRead(UUID peer) {
        audit.record(current.actor(), "PEER_READ", Subject.of(Subject.Kind.PEER, peer), null);
    }

    private Peer known(UUID id) {
        return peers.known(id).orElseThrow(NotFound::new);
    }
}
