package org.peerline.api.input;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.api.problem.BadInput;

/** Query parameters that are one of a few words. Read here: the framework answers 404 to a value it cannot convert. */
public final class StatusFilter {
    private StatusFilter() {}

    /** The parameter {@code status}. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> statuses, String written) {
        return read("status", statuses, written);
    }

    /** @throws BadInput naming the parameter, when it is none of the constants */
    public static <E extends Enum<E>> Optional<E> read(String parameter, Class<E> statuses, String written) {
        if (written == null) {
            return Optional.empty();
        }
        E[] known = statuses.getEnumConstants();
        return Optional.of(Arrays.stream(known)
                .filter(status -> status.name().equals(written))
                .findFirst()
                .orElseThrow(() -> BadInput.of(parameter, "Must be one of " + names(known) + ".")));
    }

    private static String names(Enum<?>[] known) {
        return Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "));
    }
}
