package org.peerline.intake.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.api.problem.BadInput;
import org.peerline.requests.RequestStatus;

/** The query parameter {@code status}. Read here, because the framework answers 404 to a value it cannot convert. */
final class StatusFilter {
    private StatusFilter() {}

    static Optional<RequestStatus> read(String status) {
        if (status == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(RequestStatus.values())
                .filter(known -> known.name().equals(status))
                .findFirst()
                .orElseThrow(() -> BadInput.of("status", "Must be one of " + names() + ".")));
    }

    private static String names() {
        return Arrays.stream(RequestStatus.values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
