package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerProfile;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;

/** The roster: who offers what and how much of it is in use. Whose entry was shown is on record. */
@Path("/console/roster")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class RosterPage {
    private static final int INVALID = 400;

    private final Peers peers;
    private final PeerRequests peerRequests;
    private final ChangePeer changePeer;
    private final MobileNumbers numbers;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    RosterPage(
            Peers peers,
            PeerRequests peerRequests,
            ChangePeer changePeer,
            MobileNumbers numbers,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.peers = peers;
        this.peerRequests = peerRequests;
        this.changePeer = changePeer;
        this.numbers = numbers;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /** A peer in the list. */
    public record Row(
            UUID id, String name, String role, String specialty, String status, int open, int capacity, long hours) {
        public boolean full() {
            return open >= capacity;
        }
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Roster(Shell w, List<String> statuses, String status, List<Row> rows, Optional<String> next)
            implements TemplateInstance {}

    /** @param fault the key of what was wrong with a pause; empty at first */
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
            Optional<String> fault)
            implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@QueryParam("status") String status, @QueryParam("cursor") String cursor) {
        Optional<PeerStatus> standing =
                StatusFilter.read(PeerStatus.class, status == null || status.isEmpty() ? null : status);
        PageRequest asked = PageRequest.of(null, cursor);
        List<Peer> found = peers.page(standing, asked.after().map(Cursor::id), asked.rowsToRead());
        boolean more = found.size() > asked.limit();
        List<Peer> shown = more ? found.subList(0, asked.limit()) : found;
        audit.recordReads(
                current.actor(),
                "PEER_READ",
                Subject.Kind.PEER,
                shown.stream().map(Peer::id).toList());
        return new Roster(
                        pages.shell(),
                        Arrays.stream(PeerStatus.values()).map(Enum::name).toList(),
                        standing.map(Enum::name).orElse(""),
                        shown.stream().map(this::row).toList(),
                        more
                                ? Optional.of(
                                        Cursor.of(shown.get(shown.size() - 1).id())
                                                .encoded())
                                : Optional.empty())
                .render();
    }

    /** By mobile number, or by the reference of a request that is with them. Sent as a form: a number is in no address. */
    @POST
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/find")
    @Transactional
    public Response find(@FormParam("find") String find) {
        String typed = find == null ? "" : find.strip();
        Optional<UUID> peer =
                numbers.read(typed).flatMap(peers::withMobile).map(Peer::id).or(() -> peerRequests.peerOf(typed));
        return peer.map(known -> Go.to("/console/roster/" + known))
                .orElseGet(() -> Go.to("/console/roster?done=not-found"));
    }

    @GET
    @Path("/{id}")
    @Transactional
    public String show(@PathParam("id") UUID id) {
        return page(known(id), Optional.empty());
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
        require(changePeer.pause(peer, end, handOver != null, current.actor()));
        return Go.to("/console/roster/" + id + "?done=paused");
    }

    @POST
    @Path("/{id}/resume")
    @Transactional
    public Response resume(@PathParam("id") UUID id) {
        require(changePeer.resume(known(id), current.actor()));
        return Go.to("/console/roster/" + id + "?done=resumed");
    }

    private static void require(Optional<Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw new Conflict(why);
        });
    }

    private Response wrong(Peer peer, String fault) {
        return Response.status(INVALID).entity(page(peer, Optional.of(fault))).build();
    }

    private String page(Peer peer, Optional<String> fault) {
        audit.record(current.actor(), "PEER_READ", Subject.of(Subject.Kind.PEER, peer.id()), null);
        PeerProfile profile = peers.profile(peer);
        return new PeerPage(
                        pages.shell(),
                        peer.id(),
                        profile,
                        peer.status().name(),
                        peer.pausedUntil(),
                        peer.openAssignments(),
                        WeekGrid.of(profile.availability()),
                        peerRequests.openOf(peer.id()),
                        fault)
                .render();
    }

    private Row row(Peer peer) {
        PeerProfile profile = peers.profile(peer);
        return new Row(
                peer.id(),
                profile.displayName(),
                profile.jobRole(),
                profile.specialty(),
                peer.status().name(),
                peer.openAssignments(),
                peer.capacity(),
                WeekGrid.of(profile.availability()).offered());
    }

    private Peer known(UUID id) {
        return peers.known(id).orElseThrow(NotFound::new);
    }
}
