package org.peerline.peers.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.http.EntityTags;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.Page;
import org.peerline.api.paging.PageParameters;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;
import org.peerline.peers.RegisterPeer;

/** The roster, for coordinators. Whose entry was shown is on record. */
@Path("/v1/peers")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peers")
public class PeersResource {
    private static final String ETAG = "#/components/headers/ETag";
    private static final String READ = "PEER_READ";

    private final Peers peers;
    private final RegisterPeer registerPeer;
    private final ChangePeer changePeer;
    private final MobileNumbers mobiles;
    private final PeerAnswers answers;
    private final Audit audit;
    private final CurrentActor current;
    private final TimeSource time;

    PeersResource(
            Peers peers,
            RegisterPeer registerPeer,
            ChangePeer changePeer,
            MobileNumbers mobiles,
            PeerAnswers answers,
            Audit audit,
            CurrentActor current,
            TimeSource time) {
        this.peers = peers;
        this.registerPeer = registerPeer;
        this.changePeer = changePeer;
        this.mobiles = mobiles;
        this.answers = answers;
        this.audit = audit;
        this.current = current;
        this.time = time;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "registerPeer",
            summary = "Put a peer on the roster",
            description = "409 `mobile_number_taken` or `gmc_number_taken` if a peer who has not retired has that"
                    + " number.")
    @APIResponse(
            responseCode = "201",
            description = "On the roster, and given waiting requests at once.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response register(NewPeer asked) {
        var outcome = registerPeer.register(
                asked.profile(mobiles.read(asked.mobileNumber()).orElseThrow()), current.actor());
        if (outcome instanceof RegisterPeer.Outcome.Registered registered) {
            Peer peer = registered.peer();
            if (asked.status() != null) {
                PeerAnswers.require(changePeer.become(peer, asked.status(), current.actor()));
            }
            return answers.of(Response.created(URI.create("/v1/peers/" + peer.id())), peer);
        }
        throw new Conflict(((RegisterPeer.Outcome.Refused) outcome).why());
    }

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    @Operation(operationId = "listPeers", summary = "List the roster, in order of registration")
    @APIResponse(responseCode = "200", description = "One page of peers, retired ones included unless asked otherwise.")
    public Page<PeerView> list(
            @Parameter(
                            description = "Only peers of this status.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"ACTIVE", "PAUSED", "RETIRED"}))
                    @QueryParam("status")
                    String status,
            @BeanParam PageParameters page) {
        var wanted = StatusFilter.read(PeerStatus.class, status);
        PageRequest asked = page.asked();
        List<Peer> rows = peers.page(wanted, asked.after().map(Cursor::id), asked.rowsToRead());
        Page<PeerView> shown = Page.of(rows, asked, (Peer peer) -> Cursor.of(peer.id()), answers::view);
        audit.recordReads(
                current.actor(),
                READ,
                Subject.Kind.PEER,
                shown.items().stream().map(PeerView::id).toList());
        return shown;
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPeer", summary = "Read a peer's entry")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response read(UUID id) {
        return shown(known(id));
    }

    @PATCH
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, Cleared.MERGE_PATCH})
    @Transactional
    @Operation(
            operationId = "changePeer",
            summary = "Change a peer's entry",
            description = "All of it or, with a 409, nothing: `mobile_number_taken`, `gmc_number_taken`,"
                    + " `mobile_number_in_use`, `capacity_below_open`, `changed_meanwhile`.")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response change(
            UUID id,
            @Parameter(
                            description = "The ETag that was read.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            PeerChanges changes) {
        Peer peer = known(id);
        EntityTags.check(ifMatch, peer.version());
        var mobile = Optional.ofNullable(changes.mobileNumber()).flatMap(mobiles::read);
        var present = peers.profile(peer);
        var wanted = changes.onto(present, mobile);
        if (!wanted.equals(present)) {
            PeerAnswers.require(changePeer.change(peer, wanted, current.actor()));
        }
        if (changes.status() != null) {
            PeerAnswers.require(changePeer.become(peer, changes.status(), current.actor()));
        }
        return shown(peer);
    }

    @POST
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "pausePeer",
            summary = "Give a peer nothing new for a while",
            description =
                    "What is open goes on, unless `handOver` is true. A later pause replaces an earlier one. 409 `peer_retired`.")
    @APIResponse(
            responseCode = "200",
            description = "Paused.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response pause(UUID id, Pause pause) {
        Peer peer = known(id);
        PeerAnswers.require(changePeer.pause(peer, pause.end("until", time.now()), pause.handsOver(), current.actor()));
        return shown(peer);
    }

    @POST
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/resume")
    @Transactional
    @Operation(
            operationId = "resumePeer",
            summary = "End a peer's pause",
            description = "A peer who is not paused goes on. 409 `peer_retired`.")
    @APIResponse(
            responseCode = "200",
            description = "Active.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response resume(UUID id) {
        Peer peer = known(id);
        PeerAnswers.require(changePeer.resume(peer, current.actor()));
        return shown(peer);
    }

    private Response shown(Peer peer) {
        audit.record(current.actor(), READ, Subject.of(Subject.Kind.PEER, peer.id()), null);
        return answers.of(peer);
    }

    private Peer known(UUID id) {
        return peers.known(id).orElseThrow(NotFound::new);
    }
}
