package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.wording.desk.IntakeTexts;

/** How long the answers of an intake that is not finished are kept after the last text, and how we say it. */
@ApplicationScoped
public class KeptAnswers {
    private static final Duration SAID_IN_DAYS = Duration.ofDays(3);
    private static final Duration SAID_IN_HOURS = Duration.ofHours(2);

    private final Duration length;

    public KeptAnswers(@ConfigProperty(name = "peerline.retention.intake", defaultValue = "PT24H") Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** In whole days, hours or minutes, and never more than it is; the smallest that is said is two of a kind. */
    public String said(IntakeTexts texts) {
        if (length.compareTo(SAID_IN_DAYS) >= 0) {
            return texts.keptDays(String.valueOf(length.toDays()));
        }
        return length.compareTo(SAID_IN_HOURS) >= 0
                ? texts.keptHours(String.valueOf(length.toHours()))
                : texts.keptMinutes(String.valueOf(length.toMinutes()));
    }
}
