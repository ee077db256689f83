package org.peerline.calls.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.Caller;
import org.peerline.access.CurrentActor;
import org.peerline.api.http.EntityTags;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.Agreement.Via;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallOutcome;
import org.peerline.calls.negotiation.CallOutcome.Proposed;
import org.peerline.calls.negotiation.CallOutcome.Refused;
import org.peerline.calls.negotiation.Speaker;
import org.peerline.core.Party;

/** What the doors of this room have in common: whose call it is, who speaks, and what came of it. */
@ApplicationScoped
class CallDoor {
    private static final int SECONDS_A_MINUTE = 60;

    private final CurrentActor currentActor;
    private final Calls calls;
    private final ZoneId zone;

    CallDoor(CurrentActor currentActor, Calls calls, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.currentActor = currentActor;
        this.calls = calls;
        this.zone = zone;
    }

    Caller caller() {
        return currentActor.caller();
    }

    /** A peer does not learn that the call of another exists. */
    void requireOwn(UUID peer) {
        if (caller().peerId().filter(own -> !own.equals(peer)).isPresent()) {
            throw new NotFound();
        }
    }

    void requireOwnCall(UUID call) {
        requireOwn(calls.placeOf(call).orElseThrow(NotFound::new).peerId());
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

    ZonedDateTime onOurClocks(Instant startsAt) {
        if (startsAt.getNano() != 0 || startsAt.getEpochSecond() % SECONDS_A_MINUTE != 0) {
            throw BadInput.of("startsAt", "Must be a whole minute.");
        }
        return startsAt.atZone(zone);
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
