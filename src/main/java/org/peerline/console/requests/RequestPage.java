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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.api.input.StatusFilter;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.DetailsText;
import org.peerline.assignments.ending.CloseRequest;
import org.peerline.assignments.ending.ReassignRequest;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.intake.rest.Reassigning;
import org.peerline.intake.rest.RequestView;
import org.peerline.intake.rest.RequestViews;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.requests.Outcome;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/** One request: who, with whom and why, what happened, and what a coordinator can do. Whoever looks is on record. */
@Path("/console/requests/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class RequestPage {
    private final Requests requests;
    private final Assignments assignments;
    private final RequestViews views;
    private final Timeline timeline;
    private final CloseRequest closeRequest;
    private final ReassignRequest reassignRequest;
    private final DetailsText detailsText;
    private final Limits limits;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    RequestPage(
            Requests requests,
            Assignments assignments,
            RequestViews views,
            Timeline timeline,
            CloseRequest closeRequest,
            ReassignRequest reassignRequest,
            DetailsText detailsText,
            Limits limits,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.requests = requests;
        this.assignments = assignments;
        this.views = views;
        this.timeline = timeline;
        this.closeRequest = closeRequest;
        this.reassignRequest = reassignRequest;
        this.detailsText = detailsText;
        this.limits = limits;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /** @param opened it has just been opened: what to read out to the caller comes first */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Request(
            Shell w,
            RequestView request,
            boolean opened,
            Wishes wishes,
            List<String> reasons,
            List<String> outcomes,
            Timeline.Shown shown,
            String mark)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestTimeline(Shell w, String reference, Timeline.Shown shown, String mark) implements TemplateInstance {}

    /** What the requester would like about the peer, in codes. */
    public record Wishes(String specialty, String gender, boolean samePeer, List<String> musts) {
        static Wishes of(SupportRequest request) {
            return new Wishes(
                    request.wishSpecialty(),
                    request.wishGender(),
                    request.wishSamePeer(),
                    request.wishMusts().stream().sorted().toList());
        }

        public boolean none() {
            return specialty == null && gender == null && !samePeer;
        }
    }

    @GET
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
    @Transactional
    public String show(@PathParam("id") String id) {
        Shell w = pages.shell();
        SupportRequest request = find(id);
        audit.recordReads(current.actor(), "REQUESTER_READ", Subject.Kind.REQUESTER, List.of(request.requesterId()));
        Timeline.Shown shown = timeline.of(request.id(), w);
        return new Request(
                        w,
                        views.one(request, current.caller()),
                        w.done().filter("done.opened"::equals).isPresent(),
                        Wishes.of(request),
                        names(Reassigning.Reason.values()),
                        names(Outcome.values()),
                        shown,
                        Live.mark(shown))
                .render();
    }

    /** The part of the page that keeps itself up to date; it names nobody. */
    @GET
    @Path("/timeline")
    @RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
    public Response timeline(@PathParam("id") String id, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        SupportRequest request = find(id);
        Timeline.Shown shown = timeline.of(request.id(), w);
        String mark = Live.mark(shown);
        return Live.answer(
                seen, mark, () -> new RequestTimeline(w, request.reference().text(), shown, mark));
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/details-text")
    @Transactional
    public Response sendDetails(@PathParam("id") String id) {
        SupportRequest request = requests.locked(find(id).id());
        var assignment = openAssignment(request);
        limits.use(Limit.DETAILS_PER_REQUEST, request.id().toString()).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
        detailsText.owe(assignment);
        audit.record(current.actor(), "DETAILS_SENT_AGAIN", Subject.of(Subject.Kind.REQUEST, request.id()), null);
        return back(request, "details-sent");
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/reassign")
    @Transactional
    public Response reassign(@PathParam("id") String id, @FormParam("reason") String reason) {
        SupportRequest request = find(id);
        var why = new Reassigning(StatusFilter.read("reason", Reassigning.Reason.class, reason)
                .orElseThrow(() -> BadInput.of("reason", "Is required.")));
        reassignRequest.reassign(openAssignment(request), why.reason().name(), why.end(), current.actor());
        return back(request, "reassigned");
    }

    @POST
    @Limited(Limit.TEXTS_PER_KEY)
    @Path("/close")
    @Transactional
    public Response close(@PathParam("id") String id, @FormParam("outcome") String outcome) {
        SupportRequest request = find(id);
        var how = StatusFilter.read("outcome", Outcome.class, outcome)
                .orElseThrow(() -> BadInput.of("outcome", "Is required."));
        closeRequest.close(request, how, current.actor()).ifPresent(refusal -> {
            throw new Conflict(refusal);
        });
        return back(request, "closed");
    }

    private SupportRequest find(String id) {
        return requests.byIdOrReference(id).orElseThrow(NotFound::new);
    }

    private Assignment openAssignment(SupportRequest request) {
        return assignments
                .openOf(request.id())
                .orElseThrow(() ->
                        new Conflict(new Refusal("no_open_assignment", "The request is with nobody at the moment.")));
    }

    private static Response back(SupportRequest request, String done) {
        return Go.to("/console/requests/" + request.reference().text() + "?done=" + done);
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
