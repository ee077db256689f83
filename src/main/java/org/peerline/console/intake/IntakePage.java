package org.peerline.console.intake;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.TryLater;
import org.peerline.api.problem.Violation;
import org.peerline.api.problem.Violations;
import org.peerline.assignments.waiting.InTurn;
import org.peerline.audit.Audit;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.Gender;
import org.peerline.core.Subject;
import org.peerline.intake.OpenRequest;
import org.peerline.intake.rest.NewRequest;
import org.peerline.intake.rest.RequestReading;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.Plea;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.profile.Ethnicity;
import org.peerline.requests.profile.RequesterProfile;

/** Opens a request while the caller is on the line: the same request, and the same checks, as through the API. */
@Path("/console/intake")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.INTAKE})
public class IntakePage {
    private static final int INVALID = 400;

    private final OpenRequest openRequest;
    private final ComingBack comingBack;
    private final Requests requests;
    private final RequestReading reading;
    private final MobileNumbers numbers;
    private final BlindIndex index;
    private final Limits limits;
    private final Validator validator;
    private final CurrentActor current;
    private final Audit audit;
    private final Pages pages;

    IntakePage(
            OpenRequest openRequest,
            ComingBack comingBack,
            Requests requests,
            RequestReading reading,
            MobileNumbers numbers,
            BlindIndex index,
            Limits limits,
            Validator validator,
            CurrentActor current,
            Audit audit,
            Pages pages) {
        this.openRequest = openRequest;
        this.comingBack = comingBack;
        this.requests = requests;
        this.reading = reading;
        this.numbers = numbers;
        this.index = index;
        this.limits = limits;
        this.validator = validator;
        this.current = current;
        this.audit = audit;
        this.pages = pages;
    }

    /**
     * @param faults by field, in the order of the form
     * @param known the reference of the request that is open for this number; empty where there is none
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Intake(
            Shell w,
            IntakeForm form,
            Map<String, String> faults,
            Optional<String> known,
            ComingBack.Question question,
            List<Gender> genders,
            List<Ethnicity> ethnicities)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IntakeKnown(Shell w, Optional<String> known) implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record IntakeReturning(Shell w, IntakeForm form, ComingBack.Question question) implements TemplateInstance {}

    @GET
    public String empty() {
        return page(new IntakeForm(new MultivaluedHashMap<>()), List.of(), Optional.empty(), ComingBack.NOTHING);
    }

    /** Asked as soon as the number is typed, so that nobody tells a whole story twice. */
    @POST
    @Path("/known-number")
    @Transactional
    public String known(@FormParam("contactNumber") String contactNumber) {
        // It tells whether a number is known; who asks too often is told nothing, and the request itself still is
        // refused.
        boolean tooOften =
                limits.use(Limit.RECOGNITIONS_PER_KEY, current.caller().name()).isPresent();
        Optional<SupportRequest> open = tooOften ? Optional.empty() : openRequestOf(contactNumber);
        audit.recordReads(
                current.actor(),
                "REQUESTER_READ",
                Subject.Kind.REQUESTER,
                open.map(SupportRequest::requesterId).stream().toList());
        return new IntakeKnown(pages.shell(), open.map(IntakePage::reference)).render();
    }

    /** Asked as soon as name and date of birth are typed. */
    @POST
    @Path("/coming-back")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public String comingBack(MultivaluedMap<String, String> sent) {
        var form = new IntakeForm(sent);
        return new IntakeReturning(pages.shell(), form, comingBack.about(form.read())).render();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @InTurn
    @Limited(Limit.INTAKE_PER_KEY)
    @Transactional
    public Response open(MultivaluedMap<String, String> sent) {
        var form = new IntakeForm(sent);
        NewRequest asked = form.read();
        var faults = new ArrayList<>(form.faults());
        faults.addAll(Violations.ofBody(validator.validate(asked)).stream()
                .filter(fault ->
                        form.faults().stream().noneMatch(own -> own.field().equals(fault.field())))
                .toList());
        if (!faults.isEmpty()) {
            return again(form, asked, faults, Optional.empty());
        }
        try {
            return open(form, asked, reading.profile(asked), reading.plea(asked));
        } catch (BadInput bad) {
            return again(form, asked, bad.violations(), Optional.empty());
        }
    }

    private Response open(IntakeForm form, NewRequest asked, RequesterProfile profile, Plea plea) {
        Optional<ComingBack.Question> question = unasked(form, asked, profile, plea);
        if (question.isPresent()) {
            return Response.ok(page(form, List.of(), Optional.empty(), question.get()))
                    .build();
        }
        limits.use(Limit.INTAKE_PER_NUMBER, index.of(profile.contactNumber())).ifPresent(pause -> {
            throw TryLater.limitReached(pause);
        });
        var outcome = openRequest.open(profile, plea, SupportRequest.OpenedThrough.API, current.actor());
        if (outcome instanceof OpenRequest.Outcome.Opened opened) {
            return Go.to("/console/requests/" + opened.request().reference().text() + "?done=opened");
        }
        return again(
                form,
                asked,
                List.of(),
                openRequestOf(profile.contactNumber().e164()).map(IntakePage::reference));
    }

    /** What somebody who comes back is to be asked first: whoever says what they wish has been. */
    private Optional<ComingBack.Question> unasked(
            IntakeForm form, NewRequest asked, RequesterProfile profile, Plea plea) {
        if (!form.returning().isEmpty() || plea.wishSamePeer() || plea.wishNewPeer()) {
            return Optional.empty();
        }
        if (openRequestOf(profile.contactNumber().e164()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(comingBack.about(asked)).filter(ComingBack.Question::samePeer);
    }

    private Optional<SupportRequest> openRequestOf(String contactNumber) {
        return numbers.read(contactNumber).flatMap(number -> requests.openOf(index.of(number)));
    }

    private static String reference(SupportRequest request) {
        return request.reference().text();
    }

    private Response again(IntakeForm form, NewRequest asked, List<Violation> faults, Optional<String> known) {
        var question = form.returning().isEmpty() ? ComingBack.NOTHING : comingBack.about(asked);
        return Response.status(INVALID)
                .entity(page(form, faults, known, question))
                .build();
    }

    private String page(IntakeForm form, List<Violation> faults, Optional<String> known, ComingBack.Question question) {
        Map<String, String> byField = new LinkedHashMap<>();
        faults.forEach(fault -> byField.merge(
                // A fault of one line of several is a fault of the field they were typed in.
                fault.field().replaceAll("\\[\\d+]", ""), fault.message(), (first, second) -> first));
        return new Intake(
                        pages.shell(),
                        form,
                        byField,
                        known,
                        question,
                        Arrays.asList(Gender.values()),
                        Arrays.asList(Ethnicity.values()))
                .render();
    }
}
