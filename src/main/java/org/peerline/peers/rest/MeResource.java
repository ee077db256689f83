package org.peerline.peers.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;

/**
 * A signed-in peer's own entry. The class has the path "/v1" because a class at "/v1/me" would take every address below
 * it away from other classes.
 */
@Path("/v1")
@RolesAllowed(Roles.PEER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Peers")
public class MeResource {
    private static final String ETAG = "#/components/headers/ETag";

    private final Peers peers;
    private final ChangePeer changePeer;
    private final PeerAnswers answers;
    private final CurrentActor current;
    private final Audit audit;
    private final TimeSource time;

    MeResource(
            Peers peers,
            ChangePeer changePeer,
            PeerAnswers answers,
            CurrentActor current,
            Audit audit,
            TimeSource time) {
        this.peers = peers;
        this.changePeer = changePeer;
        this.answers = answers;
        this.current = current;
        this.audit = audit;
        this.time = time;
    }

    @GET
    @Path("/me")
    @Transactional
    @Operation(operationId = "getMe", summary = "Read my own entry")
    @APIResponse(
            responseCode = "200",
            description = "The entry of the peer who has signed in.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response read() {
        return shown(me());
    }

    @PATCH
    @Path("/me")
    @Consumes({MediaType.APPLICATION_JSON, Cleared.MERGE_PATCH})
    @Transactional
    @Operation(
            operationId = "changeMe",
            summary = "Change my hours, days away, capacity or cap, or pause",
            description = "All of it or, with a 409, nothing: `capacity_below_open`, `changed_meanwhile`.")
    @APIResponse(
            responseCode = "200",
            description = "The entry as it is now.",
            headers = @Header(name = HttpHeaders.ETAG, ref = ETAG),
            content = @Content(schema = @Schema(implementation = PeerView.class)))
    public Response change(
            @Parameter(
                            description = "The ETag that was read.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch,
            MyChanges changes) {
        Peer me = me();
        EntityTags.check(ifMatch, me.version());
        var present = peers.profile(me);
        var wanted = changes.onto(present);
        if (!wanted.equals(present)) {
            PeerAnswers.require(changePeer.change(me, wanted, current.actor()));
        }
        if (changes.pause() != null) {
            var end = changes.pause().end("pause.until", time.now());
            PeerAnswers.require(changePeer.pause(me, end, changes.pause().handsOver(), current.actor()));
        } else if (changes.endsPause()) {
            PeerAnswers.require(changePeer.resume(me, current.actor()));
        }
        return shown(me);
    }

    private Response shown(Peer me) {
        audit.record(current.actor(), "PEER_READ", Subject.of(Subject.Kind.PEER, me.id()), null);
        return answers.of(me);
    }

    private Peer me() {
        return current.caller().peerId().flatMap(peers::findByIdOptional).orElseThrow(NotFound::new);
    }
}
