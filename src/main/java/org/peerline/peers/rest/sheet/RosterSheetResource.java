package org.peerline.peers.rest.sheet;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;
import org.peerline.peers.ImportPeers;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;

/** The roster as a spreadsheet, in and out. */
@Path("/v1/peers")
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "Peers")
public class RosterSheetResource {
    private static final String CSV = "text/csv";
    private static final int PAGE = 500;

    private final RosterSheet sheet;
    private final ImportPeers importPeers;
    private final Peers peers;
    private final Audit audit;
    private final CurrentActor current;
    private final TimeSource time;

    RosterSheetResource(
            RosterSheet sheet,
            ImportPeers importPeers,
            Peers peers,
            Audit audit,
            CurrentActor current,
            TimeSource time) {
        this.sheet = sheet;
        this.importPeers = importPeers;
        this.peers = peers;
        this.audit = audit;
        this.current = current;
        this.time = time;
    }

    @POST
    @Limited(Limit.FILES_PER_KEY)
    @Path("/import")
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    // Twenty thousand rows are written within it.
    @TransactionConfiguration(timeout = 300)
    @Idempotent
    @Operation(
            operationId = "importPeers",
            summary = "Bring in a roster from a spreadsheet",
            description = "CSV in UTF-8, with or without its mark, separated by commas, semicolons or tabs, at most"
                    + " 20,000 rows. The first row has the headings: the names of the fields, or what people call them (Mobile,"
                    + " GMC no, Hours). Several employers are separated by semicolons; hours are written Mon-Fri"
                    + " 18:00-21:30; Sat 10:00-16:00, and days away 2026-12-21 to 2027-01-03. A row whose `id` is on the"
                    + " roster changes that entry, as far as there are columns; any other is somebody new. All rows or none: a 400 names every bad"
                    + " row and column, such as `row[3].gmcNumber`; after 500 it counts the rest.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, maxLength = 8388608)))
    @APIResponse(
            responseCode = "200",
            description = "All of it is on the roster or, for a preview, would be.",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    public Response bringIn(
            @Parameter(description = "Only say what would be done.") @QueryParam("preview") @DefaultValue("false")
                    boolean preview,
            byte[] file) {
        var read = sheet.read(file == null ? new byte[0] : file);
        if (!read.faults().isEmpty()) {
            throw SheetFaults.answer(read.faults(), importPeers.faults(read.entries()));
        }
        var outcome = importPeers.importAll(read.entries(), current.actor());
        if (outcome instanceof ImportPeers.Outcome.Refused refused) {
            throw SheetFaults.answer(List.of(), refused.faults());
        }
        var lines = ((ImportPeers.Outcome.Imported) outcome).lines();
        if (preview) {
            QuarkusTransaction.setRollbackOnly();
            QuarkusTransaction.requiringNew().run(() -> noteSeen(lines));
        }
        return Response.ok(ImportReport.of(lines, preview)).build();
    }

    /** A preview is taken back; that it named those who are on the roster stays on record. */
    private void noteSeen(List<ImportPeers.Line> lines) {
        audit.recordReads(
                current.actor(),
                "PEER_READ",
                Subject.Kind.PEER,
                lines.stream()
                        .filter(line -> line.effect() != ImportPeers.Effect.CREATED)
                        .map(ImportPeers.Line::peer)
                        .toList());
    }

    @GET
    @Limited(Limit.FILES_PER_KEY)
    @Path("/export")
    @Produces(CSV)
    @Transactional
    @Operation(
            operationId = "exportPeers",
            summary = "Take the roster out as a spreadsheet",
            description =
                    "Everybody who has not retired, in the columns that the import reads. A cell that a spreadsheet"
                            + " might take for a formula has an apostrophe in front.")
    @APIResponse(
            responseCode = "200",
            description = "The roster.",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, maxLength = 100_000_000)))
    public Response takeOut() {
        Instant now = time.now();
        var file = new RosterFile();
        Optional<UUID> last = Optional.empty();
        List<Peer> page;
        do {
            page = peers.page(Optional.empty(), last, PAGE);
            List<Peer> shown = page.stream()
                    .filter(peer -> peer.status() != PeerStatus.RETIRED)
                    .toList();
            shown.forEach(peer -> file.add(peer, peers.profile(peer).asOf(now)));
            audit.recordReads(
                    current.actor(),
                    "PEER_EXPORTED",
                    Subject.Kind.PEER,
                    shown.stream().map(Peer::id).toList());
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1).id());
            peers.getEntityManager().clear();
        } while (page.size() == PAGE);
        return Response.ok(file.written())
                .type(CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.csv\"")
                .build();
    }
}
