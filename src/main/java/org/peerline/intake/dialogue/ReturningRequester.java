package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.assignments.choosing.EarlierPeer;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.wording.Language;

/** Knows somebody again: by number, name and date of birth, so that neither a shared phone nor a new owner's tells anything. */
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

    Language spokenBy(UUID requester) {
        return requesters.findById(requester).spoken();
    }

    /** The draft with all that is known of the one person on this number who has this name and birthday. */
    IntakeDraft recognise(String numberKey, IntakeDraft draft) {
        List<Requester> bornThatDay = requesters.on(numberKey).stream()
                .filter(requester -> wasBorn(requester, draft.born()))
                .filter(requester -> shareAName(requesters.name(requester), draft.name()))
                .toList();
        if (bornThatDay.size() != 1) {
            return draft;
        }
        Requester requester = bornThatDay.get(0);
        return draft.recognisedAs(requester.id(), requesters.profile(requester), earlierPeer.of(requester.id()));
    }

    /** By the blind key, which is still there when the date itself has become an age band. */
    private boolean wasBorn(Requester requester, LocalDate day) {
        return requesters.identityKey(requesters.name(requester), day).equals(requester.identityKey());
    }

    /** People marry, and write Sam or Samuel: one name of several is enough beside the birthday. */
    private static boolean shareAName(String one, String other) {
        Set<String> names = words(one);
        names.retainAll(words(other));
        return !names.isEmpty();
    }

    private static Set<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return new HashSet<>(Arrays.asList(plain.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
    }
}
