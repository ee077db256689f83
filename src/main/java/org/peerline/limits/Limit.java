package org.peerline.limits;

import java.time.Duration;
import java.util.function.ToIntFunction;

/** What is limited, and over how long. */
public enum Limit {
    INTAKE_PER_KEY(Duration.ofHours(1), LimitConfig::intakePerKey),
    INTAKE_PER_NUMBER(Duration.ofDays(1), LimitConfig::intakePerNumber),
    CODES_PER_NUMBER(Duration.ofDays(1), LimitConfig::codesPerNumber),
    EXPORTS_PER_KEY(Duration.ofHours(1), LimitConfig::exportsPerKey),
    STRANGER_ANSWERS(Duration.ofHours(1), LimitConfig::strangerAnswers);

    private final Duration window;
    private final ToIntFunction<LimitConfig> most;

    Limit(Duration window, ToIntFunction<LimitConfig> most) {
        this.window = window;
        this.most = most;
    }

    Duration window() {
        return window;
    }

    int most(LimitConfig config) {
        return most.applyAsInt(config);
    }
}
