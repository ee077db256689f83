package org.peerline.limits;

import java.time.Duration;
import java.util.function.ToIntFunction;

/** What is limited, and over how long. */
public enum Limit {
    INTAKE_PER_KEY(Duration.ofHours(1), LimitConfig::intakePerKey),
    INTAKE_PER_NUMBER(Duration.ofDays(1), LimitConfig::intakePerNumber),
    INTAKES_BEGUN(Duration.ofHours(1), LimitConfig::intakesBegun),
    ANSWERS_PER_NUMBER(Duration.ofDays(1), LimitConfig::answersPerNumber),
    COMMANDS_PER_NUMBER(Duration.ofDays(1), LimitConfig::commandsPerNumber),
    STRANGER_ANSWERS(Duration.ofHours(1), LimitConfig::strangerAnswers),
    ANSWERS_ABROAD(Duration.ofHours(1), LimitConfig::answersAbroad),
    CODES_PER_NUMBER(Duration.ofDays(1), LimitConfig::codesPerNumber),
    CODES_ALTOGETHER(Duration.ofHours(1), LimitConfig::codes),
    VOICE_PER_NUMBER(Duration.ofHours(1), LimitConfig::voicePerNumber),
    VOICE_TO_STRANGERS(Duration.ofHours(1), LimitConfig::voiceToStrangers),
    ORGANISATION_SIGN_INS(Duration.ofMinutes(1), LimitConfig::organisationSignIns),
    TEXTS_PER_KEY(Duration.ofHours(1), LimitConfig::textsPerKey),
    DETAILS_PER_REQUEST(Duration.ofDays(1), LimitConfig::detailsPerRequest),
    RECOGNITIONS_PER_KEY(Duration.ofMinutes(10), LimitConfig::recognise),
    LISTS_PER_KEY(Duration.ofHours(1), LimitConfig::listsPerKey),
    READS_PER_KEY(Duration.ofHours(1), LimitConfig::readsPerKey),
    FEED_PER_TOKEN(Duration.ofHours(1), LimitConfig::feedPerToken),
    FILES_PER_KEY(Duration.ofHours(1), LimitConfig::filesPerKey),
    EXPORTS_PER_KEY(Duration.ofHours(1), LimitConfig::exportsPerKey);

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
