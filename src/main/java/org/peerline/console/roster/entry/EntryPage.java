package org.peerline.console.roster.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.input.json.RecordReading;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Gender;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.peers.RegisterPeer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.peers.rest.NewPeer;
import org.peerline.peers.rest.PeerChanges;

/** Puts somebody on the roster by hand, and changes what it says of them: hours, how much, days away, and the rest. */
@Path("/console/roster")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class EntryPage {
    private static final int INVALID = 400;
    private static final int CONFLICT = 409;

    private final Peers peers;
    private final ChangePeer changePeer;
    private final RegisterPeer registerPeer;
    private final RecordReading reading;
    private final MobileNumbers mobiles;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    EntryPage(
            Peers peers,
            ChangePeer changePeer,
            RegisterPeer registerPeer,
            RecordReading reading,
            MobileNumbers mobiles,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.peers = peers;
        this.changePeer = changePeer;
        this.registerPeer = registerPeer;
        this.reading = reading;
        this.mobiles = mobiles;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /**
     * @param id whose entry; null for somebody new
     * @param meanwhile whether somebody else has changed it since the form was opened
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Entry(Shell w, UUID id, EntryFields form, List<Gender> genders, boolean meanwhile)
            implements TemplateInstance {}

    @GET
    @Path("/new")
    public String empty() {
        return page(null, EntryForm.empty(), Map.of(), false);
    }

    @POST
    @Path("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response add(MultivaluedMap<String, String> sent) {
        EntryForm form = EntryForm.typed(sent);
        var read = reading.read(NewPeer.class, form.object(false));
        Map<String, String> faults = form.faults(read.faults());
        if (!faults.isEmpty()) {
            return wrong(null, form, faults);
        }
        NewPeer asked = read.value();
        var outcome = registerPeer.register(
                asked.profile(mobiles.read(asked.mobileNumber()).orElseThrow()), current.actor());
        if (outcome instanceof RegisterPeer.Outcome.Registered registered) {
            return Go.to("/console/roster/" + registered.peer().id() + "?done=registered");
        }
        return refused(null, form, ((RegisterPeer.Outcome.Refused) outcome).why());
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/change")
    @Transactional
    public String change(@PathParam("id") UUID id) {
        Peer peer = known(id);
        audit.record(current.actor(), "PEER_READ", Subject.of(Subject.Kind.PEER, id), null);
        return page(id, EntryForm.of(peer, peers.profile(peer)), Map.of(), false);
    }

    @POST
    @Limited(Limit.READS_PER_KEY)
    @Path("/{id}/change")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Peer peer = known(id);
        EntryForm form = EntryForm.typed(sent);
        if (!form.of("version").equals(Integer.toString(peer.version()))) {
            return Response.status(CONFLICT)
                    .entity(page(id, form.again(peer.version()), Map.of(), true))
                    .build();
        }
        var read = reading.read(PeerChanges.class, form.object(true));
        Map<String, String> faults = form.faults(read.faults());
        if (!faults.isEmpty()) {
            return wrong(id, form, faults);
        }
        PeerProfile present = peers.profile(peer);
        PeerProfile wanted =
                read.value().onto(present, mobiles.read(read.value().mobileNumber()));
        Optional<Refusal> refusal =
                wanted.equals(present) ? Optional.empty() : changePeer.change(peer, wanted, current.actor());
        return refusal.map(why -> refused(id, form, why))
                .orElseGet(() -> Go.to("/console/roster/" + id + "?done=changed"));
    }

    private Response wrong(UUID id, EntryForm form, Map<String, String> faults) {
        return Response.status(INVALID).entity(page(id, form, faults, false)).build();
    }

    /** At its field where it is about one; nothing has been changed. */
    private Response refused(UUID id, EntryForm form, Refusal why) {
        QuarkusTransaction.setRollbackOnly();
        return EntryForm.fieldOf(why.code())
                .map(field -> wrong(id, form, Map.of(field, why.detail())))
                .orElseThrow(() -> new Conflict(why));
    }

    private String page(UUID id, EntryForm form, Map<String, String> faults, boolean meanwhile) {
        Shell w = pages.shell();
        return new Entry(w, id, new EntryFields(w, form, faults), Arrays.asList(Gender.values()), meanwhile).render();
    }

    private Peer known(UUID id) {
        return peers.known(id).orElseThrow(NotFound::new);
    }
}
