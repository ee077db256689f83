package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.intake.OpenRequest;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.matching.Need;
import org.peerline.requests.Plea;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.SupportRequest.OpenedThrough;
import org.peerline.requests.profile.RequesterProfile;

/** Turns a complete draft into a request, as the call handler's door does. */
@ApplicationScoped
class FinishIntake {
    private final OpenRequest openRequest;
    private final Requesters requesters;
    private final Requests requests;
    private final Limits limits;
    private final Audit audit;

    FinishIntake(OpenRequest openRequest, Requesters requesters, Requests requests, Limits limits, Audit audit) {
        this.limits = limits;
        this.openRequest = openRequest;
        this.requesters = requesters;
        this.requests = requests;
        this.audit = audit;
    }

    /** Counts one more request of this handset, together with those that the phone line opens for it. */
    boolean isTooOften(String numberKey) {
        return limits.use(Limit.INTAKE_PER_NUMBER, numberKey).isPresent();
    }

    /** The request; empty when one of this handset is open already. */
    Optional<SupportRequest> open(IntakeState state, PhoneNumber from) {
        Optional<RequesterProfile> before =
                Optional.ofNullable(state.draft().known()).map(known -> requesters.profile(requesters.findById(known)));
        var profile = profile(state, from, before);
        var outcome = openRequest.open(profile, plea(state.draft()), OpenedThrough.SMS, Actor.SERVICE);
        if (!(outcome instanceof OpenRequest.Outcome.Opened opened)) {
            return Optional.empty();
        }
        SupportRequest request = opened.request();
        audit.record(
                Actor.requester(opened.requester().id()),
                "PRIVACY_AGREED",
                Subject.of(Subject.Kind.REQUEST, request.id()),
                state.privacyVersion());
        return Optional.of(request);
    }

    private static RequesterProfile profile(IntakeState state, PhoneNumber from, Optional<RequesterProfile> before) {
        IntakeDraft draft = state.draft();
        return new RequesterProfile(
                draft.name(),
                from,
                draft.address(),
                draft.born(),
                draft.jobRole(),
                before.map(RequesterProfile::gender).orElse(null),
                before.map(RequesterProfile::ethnicity).orElse(null),
                before.map(RequesterProfile::specialty).orElse(null),
                before.map(RequesterProfile::employers).orElse(List.of()),
                state.neutral(),
                state.language().name().toLowerCase(Locale.ROOT));
    }

    /** Whom somebody avoided before, they avoid still. */
    private Plea plea(IntakeDraft draft) {
        Set<String> places = new LinkedHashSet<>(draft.avoid().places());
        Set<String> people = new LinkedHashSet<>(draft.avoid().people());
        if (draft.known() != null) {
            requests.lastPlea(draft.known()).ifPresent(before -> {
                places.addAll(before.avoidEmployers());
                people.addAll(before.avoidNames());
            });
        }
        return new Plea(
                List.copyOf(places),
                List.copyOf(people),
                null,
                null,
                Boolean.TRUE.equals(draft.samePeer()),
                draft.wantsSomebodyNew(),
                // Whoever was asked and says so is not given the one whom they did not choose.
                draft.wantsSomebodyNew() ? Set.of(Need.Wish.NEW_PEER) : Set.of());
    }
}
