package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.assignments.numbers.RelayNumbers.Handset;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.core.PhoneNumber;

/** Which conversation a text belongs to: looked up when asked, or beforehand for several texts with few queries. */
@ApplicationScoped
class Whereabouts {
    private final RelayNumbers relayNumbers;
    private final Conversations conversations;

    Whereabouts(RelayNumbers relayNumbers, Conversations conversations) {
        this.relayNumbers = relayNumbers;
        this.conversations = conversations;
    }

    /** What a text can be asked about. */
    interface Known {
        Optional<RelayPlace> placeOf(PhoneNumber ours, String sender);

        Conversation conversation(UUID assignment);
    }

    /** Every answer is looked up when it is wanted. */
    Known asked() {
        return new Known() {
            @Override
            public Optional<RelayPlace> placeOf(PhoneNumber ours, String sender) {
                return relayNumbers.placeOf(ours, sender);
            }

            @Override
            public Conversation conversation(UUID assignment) {
                return conversations.of(assignment);
            }
        };
    }

    /** The answers about these handsets, as they stand in the caller's transaction now. */
    Known of(Set<Handset> handsets) {
        Map<Handset, RelayPlace> places = relayNumbers.placesOf(handsets);
        Map<UUID, Conversation> open = open(places);
        return new Known() {
            @Override
            public Optional<RelayPlace> placeOf(PhoneNumber ours, String sender) {
                return Optional.ofNullable(places.get(new Handset(ours, sender)));
            }

            @Override
            public Conversation conversation(UUID assignment) {
                Conversation known = open.get(assignment);
                return known == null ? conversations.of(assignment) : known;
            }
        };
    }

    private Map<UUID, Conversation> open(Map<Handset, RelayPlace> places) {
        Set<UUID> wanted = places.values().stream()
                .filter(RelayPlace::open)
                .map(RelayPlace::assignmentId)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Conversation> open = conversations.of(wanted);
        // A text that may be the first of its side takes a stronger lock, and in another order.
        Set<UUID> unheard = places.values().stream()
                .filter(place -> open.containsKey(place.assignmentId()))
                .filter(place -> !open.get(place.assignmentId()).hasBeenHeard(place.party()))
                .map(RelayPlace::assignmentId)
                .collect(Collectors.toSet());
        wanted.removeAll(unheard);
        return conversations.heldOpen(open, wanted);
    }
}
