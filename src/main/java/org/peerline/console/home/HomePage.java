package org.peerline.console.home;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.steps.UsualSteps;
import org.peerline.intake.rest.Reassigning;

/** The first screen: whose move is it? */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
public class HomePage {
    private final WhoseMove whoseMove;
    private final LanesShown lanesShown;
    private final UsualSteps steps;
    private final Pages pages;

    HomePage(WhoseMove whoseMove, LanesShown lanesShown, UsualSteps steps, Pages pages) {
        this.whoseMove = whoseMove;
        this.lanesShown = lanesShown;
        this.steps = steps;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Home(Shell w, List<Lane> lanes, String mark) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomeLanes(Shell w, List<Lane> lanes, String mark) implements TemplateInstance {}

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE, Roles.PEER, Roles.ADMIN, Roles.AUDITOR, Roles.SAFEGUARDING})
    @Transactional
    public Response home() {
        Shell w = pages.shell();
        if (!w.may(Roles.COORDINATOR)) {
            // Everybody signs in here; those who coordinate nothing begin elsewhere.
            return Go.to(w.firstPage());
        }
        List<Lane> lanes = lanes(w);
        return Response.ok(new Home(w, lanes, LanesShown.mark(lanes)).render()).build();
    }

    /**
     * The lanes after a step that was taken from them.
     *
     * @param said the key of what has come of it
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record HomeStep(Shell w, List<Lane> lanes, String mark, String said, boolean good) implements TemplateInstance {}

    @GET
    @Path("/lanes")
    @RolesAllowed(Roles.COORDINATOR)
    @Transactional
    public Response lanes(@HeaderParam(CookieMechanism.UNATTENDED) String shown) {
        Shell w = pages.shell();
        List<Lane> lanes = whoseMove.lanes(w);
        String mark = LanesShown.mark(lanes);
        return Live.answer(shown, mark, () -> lanesShown.note(lanes), () -> new HomeLanes(w, lanes, mark));
    }

    @POST
    @Path("/lanes/details-text/{reference}")
    @RolesAllowed(Roles.COORDINATOR)
    public Response sendDetails(@PathParam("reference") String reference, @HeaderParam("HX-Request") String inPlace) {
        return texting(inPlace, together("details-sent", () -> steps.sendDetailsAgain(steps.request(reference))));
    }

    @POST
    @Path("/lanes/reassign/{reference}")
    @RolesAllowed(Roles.COORDINATOR)
    public Response reassign(@PathParam("reference") String reference, @HeaderParam("HX-Request") String inPlace) {
        var why = new Reassigning(Reassigning.Reason.PEER_DOES_NOT_ANSWER);
        return texting(inPlace, together("reassigned", () -> steps.reassign(steps.request(reference), why)));
    }

    @POST
    @Path("/lanes/texts/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    public Response sayAgain(@PathParam("id") UUID id, @HeaderParam("HX-Request") String inPlace) {
        return texting(inPlace, () -> switch (steps.sayAgain(id)) {
            case UNDER_WAY -> "sent-again";
            case HAD_GONE_OUT -> "had-gone-out";
        });
    }

    @POST
    @Path("/lanes/tasks/{id}")
    @RolesAllowed(Roles.COORDINATOR)
    public Response taskDone(@PathParam("id") UUID id, @HeaderParam("HX-Request") String inPlace) {
        return step(inPlace, together("task-done", () -> steps.taskDone(id)));
    }

    private static Supplier<String> together(String done, Runnable step) {
        return () -> {
            QuarkusTransaction.requiringNew().run(step);
            return done;
        };
    }

    /** Counted here and not by an interceptor, so that too often is said in place like anything else. */
    private Response texting(String inPlace, Supplier<String> step) {
        return step(inPlace, () -> {
            QuarkusTransaction.requiringNew().run(steps::countText);
            return step.get();
        });
    }

    /** With a script the lanes come back as they are now, whatever has come of it; without one, the page. */
    private Response step(String inPlace, Supplier<String> step) {
        if (inPlace == null) {
            return Go.to("/console?done=" + step.get());
        }
        String said;
        try {
            said = "done." + step.get();
        } catch (Conflict | NotFound meanwhile) {
            said = "fault.409";
        } catch (TryLater tooOften) {
            said = "fault.429";
        }
        Shell w = pages.shell();
        List<Lane> lanes = QuarkusTransaction.requiringNew().call(() -> lanes(w));
        return Response.ok(new HomeStep(w, lanes, LanesShown.mark(lanes), said, said.startsWith("done.")).render())
                .build();
    }

    private List<Lane> lanes(Shell w) {
        List<Lane> lanes = whoseMove.lanes(w);
        lanesShown.note(lanes);
        return lanes;
    }
}
