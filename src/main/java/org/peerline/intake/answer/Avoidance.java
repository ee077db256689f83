package org.peerline.intake.answer;

import java.util.List;

/** Whom and where somebody would rather avoid; both empty when there is nobody and nowhere. */
public record Avoidance(List<String> places, List<String> people) {
    public static final Avoidance NOTHING = new Avoidance(List.of(), List.of());

    public Avoidance {
        places = List.copyOf(places);
        people = List.copyOf(people);
    }

    @Override
    public String toString() {
        return "Avoidance";
    }
}
