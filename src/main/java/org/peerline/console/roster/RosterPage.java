package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.ListParameters;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.RowsShown;
import org.peerline.console.lists.Sheet;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.peers.Peers;

/** The roster: who offers what and how much of it is in use. Whose entry was shown is on record. */
@Path("/console/roster")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class RosterPage {
    private static final String PATH = "/console/roster";

    /** A name that more people have should be typed more fully. */
    private static final int MOST_OF_A_NAME = 50;

    private final Peers peers;
    private final PeerRequests peerRequests;
    private final RosterRows rows;
    private final MobileNumbers numbers;
    private final ByReference byReference;
    private final RowsShown rowsShown;
    private final Pages pages;

    RosterPage(
            Peers peers,
            PeerRequests peerRequests,
            RosterRows rows,
            MobileNumbers numbers,
            ByReference byReference,
            RowsShown rowsShown,
            Pages pages) {
        this.peers = peers;
        this.peerRequests = peerRequests;
        this.rows = rows;
        this.numbers = numbers;
        this.byReference = byReference;
        this.rowsShown = rowsShown;
        this.pages = pages;
    }

    /**
     * @param status the only one shown; empty for all
     * @param live whether it keeps itself up to date: not what was found by a name, which stands in no address
     */
    public record Shown(String status, Only only, Sheet<RosterRows.Row> sheet, boolean live) {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Roster(Shell w, List<String> statuses, Shown shown, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RosterLines(Shell w, Shown shown, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@BeanParam ListParameters asked) {
        Optional<PeerStatus> standing = asked.status(PeerStatus.class);
        Only only = byReference.only(PATH, asked.reference());
        return page(standing, only, found(standing, only, asked.cursor()), true);
    }

    /** Rows name people: they are opened, and that is put on record, only when something about them has changed. */
    @GET
    @Path("/rows")
    @Transactional
    public Response rows(@BeanParam ListParameters asked, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Optional<PeerStatus> standing = asked.status(PeerStatus.class);
        Only only = byReference.only(PATH, asked.reference());
        Sheet<Peer> found = found(standing, only, asked.cursor());
        String mark = mark(found);
        return Live.answer(seen, mark, () -> {
            rowsShown.countAnew(only, asked.cursor());
            return new RosterLines(pages.shell(), shown(standing, only, found, true), mark);
        });
    }

    /**
     * By mobile number, by name, or by the reference of a request that is with them. Sent as a form: neither numbers nor
     * names are in any address.
     */
    @POST
    @Limited(Limit.LISTS_PER_KEY)
    @Path("/find")
    @Transactional
    public Response find(@FormParam("find") String find) {
        String typed = find == null ? "" : find.strip();
        List<Peer> found = numbers.read(typed)
                .flatMap(peers::withMobile)
                .map(List::of)
                .or(() -> byReference
                        .find(typed)
                        .map(request -> withRequest(new Only(PATH, typed, Optional.of(request.id())))))
                .orElseGet(() -> peers.named(typed, MOST_OF_A_NAME));
        if (found.size() == 1) {
            return Go.to(PATH + "/" + found.get(0).id());
        }
        return found.isEmpty()
                ? Go.to(PATH + "?done=not-found")
                : Response.ok(page(Optional.empty(), byReference.only(PATH, null), Sheet.whole(found), false))
                        .build();
    }

    /** What was found stands in no address; whoever comes back to this one begins with the whole roster. */
    @GET
    @Path("/find")
    public Response fromFinding() {
        return Go.to(PATH);
    }

    private Sheet<Peer> found(Optional<PeerStatus> standing, Only only, String cursor) {
        if (!only.everything()) {
            return Sheet.whole(withRequest(only));
        }
        PageRequest asked = Sheet.asked(cursor);
        return Sheet.of(
                peers.page(standing, asked.after().map(Cursor::id), asked.rowsToRead()), cursor, asked, Peer::id);
    }

    private List<Peer> withRequest(Only only) {
        return only.request().stream()
                .flatMap(request -> peerRequests.peersOf(request).stream())
                .flatMap(peer -> peers.known(peer).stream())
                .toList();
    }

    private String page(Optional<PeerStatus> standing, Only only, Sheet<Peer> found, boolean live) {
        return new Roster(
                        pages.shell(),
                        Arrays.stream(PeerStatus.values()).map(Enum::name).toList(),
                        shown(standing, only, found, live),
                        mark(found))
                .render();
    }

    private Shown shown(Optional<PeerStatus> standing, Only only, Sheet<Peer> found, boolean live) {
        rowsShown.note(
                "PEER_READ",
                Subject.Kind.PEER,
                found.rows().stream().map(Peer::id).toList());
        return new Shown(standing.map(Enum::name).orElse(""), only, found.map(rows::of), live);
    }

    /** Of what can be seen without opening anything. */
    private static String mark(Sheet<Peer> found) {
        return Live.mark(found.map(peer -> List.of(peer.id(), peer.version(), peer.status(), peer.openAssignments())));
    }
}
