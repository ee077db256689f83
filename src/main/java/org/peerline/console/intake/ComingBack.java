package org.peerline.console.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.access.CurrentActor;
import org.peerline.api.input.MobileNumbers;
import org.peerline.core.Subject;
import org.peerline.intake.rest.NewRequest;
import org.peerline.intake.returning.RecogniseRequester;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;

/**
 * What a caller who has been here before is to be asked. Nothing is told until name and date of birth match together; each
 * question is on record, and who asks too often is told nothing. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ComingBack {
    static final Question NOTHING = new Question(false, false, false);

    private final RecogniseRequester recogniseRequester;
    private final Requesters requesters;
    private final Requests requests;
    private final MobileNumbers numbers;
    private final BlindIndex index;
    private final Limits limits;
    private final CurrentActor current;

    ComingBack(
            RecogniseRequester recogniseRequester,
            Requesters requesters,
            Requests requests,
            MobileNumbers numbers,
            BlindIndex index,
            Limits limits,
            CurrentActor current) {
        this.recogniseRequester = recogniseRequester;
        this.requesters = requesters;
        this.requests = requests;
        this.numbers = numbers;
        this.index = index;
        this.limits = limits;
        this.current = current;
    }

    /**
     * What to ask.
     *
     * @param samePeer whether they would like the colleague they had before
     * @param samePeerFree that colleague could be given to them at this moment
     * @param openElsewhere whether the request that is open under another number is theirs
     */
    public record Question(boolean samePeer, boolean samePeerFree, boolean openElsewhere) {}

    Question about(NewRequest asked) {
        var caller = current.caller();
        if (asked.name() == null
                || asked.dateOfBirth() == null
                || limits.use(Limit.RECOGNITIONS_PER_KEY, caller.name()).isPresent()) {
            return NOTHING;
        }
        var found = recogniseRequester.by(
                asked.name(), asked.dateOfBirth(), caller.actor(), Subject.of(Subject.Kind.API_KEY, caller.id()));
        return found.known()
                ? new Question(found.samePeerPossible(), found.samePeerFree(), isOpenElsewhere(asked))
                : NOTHING;
    }

    /** Under any number, while none has been typed. */
    private boolean isOpenElsewhere(NewRequest asked) {
        String here = Optional.ofNullable(asked.contactNumber())
                .flatMap(numbers::read)
                .map(index::of)
                .orElse("");
        return requests.openElsewhere(requesters.identityKey(asked.name(), asked.dateOfBirth()), here);
    }
}
