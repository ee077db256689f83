package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;

/** Knows somebody again: by their number and their date of birth, so that a shared phone tells nobody anything. */
@ApplicationScoped
class ReturningRequester {
    private final Requesters requesters;
    private final EarlierPeer earlierPeer;

    ReturningRequester(Requesters requesters, EarlierPeer earlierPeer) {
        this.requesters = requesters;
        this.earlierPeer = earlierPeer;
    }

    /** Whoever used this number last. */
    Optional<Requester> lastOn(String numberKey) {
        return requesters.on(numberKey).stream().findFirst();
    }

    /** The draft with all that is known of the one person on this number who was born on the day that it says. */
    IntakeDraft recognise(String numberKey, IntakeDraft draft) {
        List<Requester> bornThatDay = requesters.on(numberKey).stream()
                .filter(requester -> requesters.profile(requester).dateOfBirth().equals(draft.born()))
                .toList();
        if (bornThatDay.size() != 1) {
            return draft;
        }
        Requester requester = bornThatDay.get(0);
        return draft.recognisedAs(requester.id(), requesters.profile(requester), earlierPeer.of(requester.id()));
    }
}
