package org.peerline.console.requests;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.steps.UsualSteps;
import org.peerline.core.Subject;
import org.peerline.intake.rest.Reassigning;
import org.peerline.limits.Limit;
import org.peerline.requests.Outcome;
import org.peerline.requests.SupportRequest;

/** One request: who, with whom and why, what happened, and what a coordinator can do. Whoever looks is on record. */
@Path("/console/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class RequestPage {
    private static final Pattern MARK = Pattern.compile("[0-9a-f]{16}");

    private final UsualSteps steps;
    private final WhereItStands whereItStands;
    private final CloseRequest closeRequest;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    RequestPage(
            UsualSteps steps,
            WhereItStands whereItStands,
            CloseRequest closeRequest,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.steps = steps;
        this.whereItStands = whereItStands;
        this.closeRequest = closeRequest;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /** @param opened it has just been opened: what to read out to the caller comes first */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Request(
            Shell w, WhereItStands.Now now, boolean opened, Wishes wishes, List<String> reasons, List<String> outcomes)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestLive(Shell w, WhereItStands.Now now) implements TemplateInstance {}

    /** What the requester would like about the peer, in codes. */
    public record Wishes(String specialty, String gender, boolean samePeer, boolean newPeer, List<String> musts) {
        static Wishes of(SupportRequest request) {
            return new Wishes(
                    request.wishSpecialty(),
                    request.wishGender(),
                    request.wishSamePeer(),
                    request.wishNewPeer(),
                    request.wishMusts().stream().sorted().toList());
        }

        public boolean none() {
            return specialty == null && gender == null && !samePeer && !newPeer;
        }
    }

    @GET
    @Limited(Limit.READS_PER_KEY)
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
    @Transactional
    public String show(@PathParam("id") String id) {
        Shell w = pages.shell();
        SupportRequest request = steps.request(id);
        audit.recordReads(current.actor(), "REQUESTER_READ", Subject.Kind.REQUESTER, List.of(request.requesterId()));
        WhereItStands.Now now = whereItStands.of(request, w);
        whereItStands.noteRead(now);
        return new Request(
                        w,
                        now,
                        w.did("opened"),
                        Wishes.of(request),
                        names(Reassigning.Reason.values()),
                        names(Outcome.values()))
                .render();
    }

    /**
     * What of the page keeps itself up to date. It does not name the requester, and can be asked for without the page. Forms
     * are left alone; when other steps can be taken, it says so.
     *
     * @param since what the page was opened with
     */
    @GET
    @Limited(Limit.READS_PER_KEY)
    @Path("/timeline")
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
    @Transactional
    public Response timeline(
            @PathParam("id") String id,
            @QueryParam("since") String since,
            @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        String opened = since != null && MARK.matcher(since).matches() ? since : "";
        WhereItStands.Now now = whereItStands.since(opened, steps.request(id), w);
        return Live.answer(seen, now.mark(), () -> whereItStands.noteNews(now), () -> new RequestLive(w, now));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/details-text")
    @Transactional
    public Response sendDetails(@PathParam("id") String id) {
        SupportRequest request = steps.request(id);
        steps.sendDetailsAgain(request);
        return back(request, "details-sent");
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/reassign")
    @Transactional
    public Response reassign(@PathParam("id") String id, @FormParam("reason") String reason) {
        SupportRequest request = steps.request(id);
        steps.reassign(
                request,
                new Reassigning(StatusFilter.read("reason", Reassigning.Reason.class, reason)
                        .orElseThrow(() -> BadInput.of("reason", "Is required."))));
        return back(request, "reassigned");
    }

    @POST
    @Path("/tasks/{task}")
    @Transactional
    public Response taskDone(@PathParam("id") String id, @PathParam("task") UUID task) {
        SupportRequest request = steps.request(id);
        steps.taskDone(task);
        return back(request, "task-done");
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/close")
    @Transactional
    public Response close(@PathParam("id") String id, @FormParam("outcome") String outcome) {
        SupportRequest request = steps.request(id);
        var how = StatusFilter.read("outcome", Outcome.class, outcome)
                .orElseThrow(() -> BadInput.of("outcome", "Is required."));
        closeRequest.close(request, how, current.actor()).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return back(request, "closed");
    }

    private static Response back(SupportRequest request, String done) {
        return Go.to("/console/requests/" + request.reference().text() + "?done=" + done);
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
