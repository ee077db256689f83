package org.peerline.archive.rest;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.peerline.api.problem.BadInput;
import org.peerline.archive.Reason;

/** Reads why somebody asks. */
public final class AskedReason {
    private AskedReason() {}

    public static Reason read(String written) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(written))
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        "reason",
                        "Say why: one of "
                                + Arrays.stream(Reason.values()).map(Enum::name).collect(Collectors.joining(", "))
                                + "."));
    }
}
