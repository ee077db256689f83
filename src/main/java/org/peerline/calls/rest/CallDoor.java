package org.peerline.calls.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.Caller;
import org.peerline.access.CurrentActor;
import org.peerline.api.http.EntityTags;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.audit.Audit;
import org.peerline.calls.Calls;
import org.peerline.calls.OverlappingCalls;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.CallRefusal;
import org.peerline.calls.negotiation.Offer;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/** What the doors of this room have in common: whose call it is, who speaks, and what came of it. */
@ApplicationScoped
class CallDoor {
    private static final int SECONDS_A_MINUTE = 60;

    private final CurrentActor currentActor;
    private final Audit audit;
    private final Calls calls;
    private final OverlappingCalls overlappingCalls;
    private final TimeSource now;
    private final ZoneId zone;

    CallDoor(
            CurrentActor currentActor,
            Audit audit,
            Calls calls,
            OverlappingCalls overlappingCalls,
            TimeSource now,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.currentActor = currentActor;
        this.audit = audit;
        this.calls = calls;
        this.overlappingCalls = overlappingCalls;
        this.now = now;
        this.zone = zone;
    }

    Caller caller() {
        return currentActor.caller();
    }

    /** Whose calls were seen, and by whom. */
    void noteRead(List<UUID> shown) {
        audit.recordReads(currentActor.actor(), "CALL_READ", Subject.Kind.CALL, shown);
    }

    /** A peer does not learn that the call of another exists. */
    void requireOwn(UUID peer) {
        if (caller().peerId().filter(own -> !own.equals(peer)).isPresent()) {
            throw new NotFound();
        }
    }

    Calls.Place requireOwnCall(UUID call) {
        Calls.Place place = calls.placeOf(call).orElseThrow(NotFound::new);
        requireOwn(place.peerId());
        return place;
    }

    Speaker speaker(OnBehalfOf onBehalfOf) {
        Caller caller = caller();
        if (caller.peerId().isPresent()) {
            if (onBehalfOf != null) {
                throw BadInput.of("onBehalfOf", "A peer speaks for themselves: leave it out.");
            }
            return new Speaker(Party.PEER, Via.API, caller.actor());
        }
        if (onBehalfOf == null) {
            throw BadInput.of("onBehalfOf", "Must be REQUESTER: you pass on what the requester has said.");
        }
        return new Speaker(Party.REQUESTER, Via.PHONE, caller.actor());
    }

    /** What is suggested, on our clocks; a peer is told first when another call of theirs is close. */
    Offer offer(NewProposal asked, Speaker speaker, Calls.Place place) {
        var times = new ArrayList<ZonedDateTime>();
        times.add(time("startsAt", asked.startsAt()));
        List<Instant> others = asked.alternatives() == null ? List.of() : asked.alternatives();
        for (int other = 0; other < others.size(); other++) {
            times.add(time("alternatives[" + other + "]", others.get(other)));
        }
        if (times.stream().distinct().count() < times.size()) {
            throw BadInput.of("alternatives", "Each time once.");
        }
        var offer = new Offer(times);
        boolean overlaps = speaker.party() == Party.PEER
                && !asked.mayOverlap()
                && overlappingCalls
                        .of(place.peerId(), place.assignmentId(), offer)
                        .isPresent();
        if (overlaps) {
            throw new Conflict(CallRefusal.OVERLAPPING_CALL.refusal());
        }
        return offer;
    }

    private ZonedDateTime time(String field, Instant startsAt) {
        if (startsAt == null) {
            throw BadInput.of(field, "Must be a time.");
        }
        if (startsAt.getNano() != 0 || startsAt.getEpochSecond() % SECONDS_A_MINUTE != 0) {
            throw BadInput.of(field, "Must be a whole minute.");
        }
        ZonedDateTime time = startsAt.atZone(zone);
        Offer.whyNot(time, now.now()).ifPresent(why -> {
            throw BadInput.of(field, why.refusal().detail());
        });
        return time;
    }

    /** The call that the step was about; 201 where the step has made it. */
    Response answer(CallOutcome outcome) {
        if (outcome instanceof Refused refused) {
            throw new Conflict(refused.why().refusal());
        }
        Call call = outcome.about().orElseThrow();
        var response =
                outcome instanceof Proposed ? Response.created(URI.create("/v1/calls/" + call.id())) : Response.ok();
        return response.header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .entity(view(call))
                .build();
    }

    CallView view(Call call) {
        return CallView.of(call, calls.references(Set.of(call.assignmentId())).get(call.assignmentId()));
    }
}
