package org.peerline.conversation.calling;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one number in the answer to a {@link CallQuestion} stands for.
 *
 * @param shown the time that the person chooses by
 * @param call the call that starts then; empty when only a time is chosen
 * @param times what is to be suggested
 * @param minutes how long the call took
 */
record CallChoice(Instant shown, Optional<UUID> call, List<Instant> times, OptionalInt minutes) {
    private static final String NONE = "-";

    static CallChoice times(Instant shown, List<Instant> times) {
        return new CallChoice(shown, Optional.empty(), times, OptionalInt.empty());
    }

    static CallChoice call(Instant shown, UUID call, List<Instant> times) {
        return new CallChoice(shown, Optional.of(call), times, OptionalInt.empty());
    }

    static CallChoice outcome(Instant shown, UUID call, OptionalInt minutes) {
        return new CallChoice(shown, Optional.of(call), List.of(), minutes);
    }

    String code() {
        return String.join(
                " ",
                shown.toString(),
                call.map(UUID::toString).orElse(NONE),
                times.isEmpty() ? NONE : times.stream().map(Instant::toString).collect(Collectors.joining(",")),
                minutes.isPresent() ? String.valueOf(minutes.getAsInt()) : NONE);
    }

    static CallChoice of(String code) {
        String[] parts = code.split(" ");
        return new CallChoice(
                Instant.parse(parts[0]),
                part(parts[1]).map(UUID::fromString),
                part(parts[2]).map(CallChoice::moments).orElse(List.of()),
                part(parts[3]).map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty()));
    }

    private static Optional<String> part(String written) {
        return Optional.of(written).filter(part -> !part.equals(NONE));
    }

    private static List<Instant> moments(String written) {
        return Arrays.stream(written.split(",")).map(Instant::parse).toList();
    }
}
