package org.peerline.console.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;

/** The first screen: whose move is it? */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class HomePage {
    private final WhoseMove whoseMove;
    private final Pages pages;

    HomePage(WhoseMove whoseMove, Pages pages) {
        this.whoseMove = whoseMove;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Home(Shell w, List<Lane> lanes, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomeLanes(Shell w, List<Lane> lanes, String mark) implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE, Roles.PEER, Roles.ADMIN, Roles.AUDITOR, Roles.SAFEGUARDING})
    public Response home() {
        Shell w = pages.shell();
        if (!w.may(Roles.COORDINATOR)) {
            // Everybody signs in here; those who coordinate nothing begin elsewhere.
            return w.menu().isEmpty() ? Response.ok(new Elsewhere(w).render()).build() : Go.to(w.firstPage());
        }
        List<Lane> lanes = whoseMove.lanes(w);
        return Response.ok(new Home(w, lanes, Live.mark(lanes)).render()).build();
    }

    /** For roles that have no page here yet. */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Elsewhere(Shell w) implements TemplateInstance {}

    @GET
    @Path("/lanes")
    @RolesAllowed(Roles.COORDINATOR)
    public Response lanes(@HeaderParam(CookieMechanism.UNATTENDED) String shown) {
        Shell w = pages.shell();
        List<Lane> lanes = whoseMove.lanes(w);
        String mark = Live.mark(lanes);
        return Live.answer(shown, mark, () -> new HomeLanes(w, lanes, mark));
    }
}
