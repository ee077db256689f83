package org.peerline.api.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.api.problem.BadInput;

/** The query parameter {@code status}. Read here, because the framework answers 404 to a value it cannot convert. */
public final class StatusFilter {
    private StatusFilter() {}

    /** @throws BadInput naming the parameter, when it is none of the constants */
    public static <E extends Enum<E>> Optional<E> read(Class<E> statuses, String written) {
        if (written == null) {
            return Optional.empty();
        }
        E[] known = statuses.getEnumConstants();
        return Optional.of(Arrays.stream(known)
                .filter(status -> status.name().equals(written))
                .findFirst()
                .orElseThrow(() -> BadInput.of("status", "Must be one of " + names(known) + ".")));
    }

    private static String names(Enum<?>[] known) {
        return Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "));
    }
}
