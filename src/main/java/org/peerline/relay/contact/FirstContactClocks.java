package org.peerline.relay.contact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.peerline.calendar.ServiceCalendar;
import org.peerline.core.StartupRefused;
import org.peerline.sms.outbox.QuietHours;

/** Makes the plan from the settings. */
@ApplicationScoped
class FirstContactClocks {
    @Produces
    @Singleton
    FirstContactPlan plan(FirstContactConfig config, ServiceCalendar calendar, QuietHours quietHours) {
        inOrder("PEERLINE_CLOCK_FIRST_TEXT_NUDGE", Duration.ZERO, config.firstTextNudge());
        inOrder("PEERLINE_CLOCK_FIRST_TEXT_CLOSE", config.firstTextNudge(), config.firstTextClose());
        inOrder("PEERLINE_CLOCK_FIRST_ANSWER_NUDGE", Duration.ZERO, config.firstAnswerNudge());
        inOrder("PEERLINE_CLOCK_FIRST_ANSWER_OFFER", config.firstAnswerNudge(), config.firstAnswerOffer());
        inOrder("PEERLINE_CLOCK_FIRST_ANSWER_TASK", config.firstAnswerOffer(), config.firstAnswerTask());
        return new FirstContactPlan(
                Map.of(
                        FirstContactStep.NUDGE_REQUESTER, config.firstTextNudge(),
                        FirstContactStep.CLOSE, config.firstTextClose(),
                        FirstContactStep.NUDGE_PEER, config.firstAnswerNudge(),
                        FirstContactStep.OFFER_ANOTHER, config.firstAnswerOffer(),
                        FirstContactStep.ASK_COORDINATOR, config.firstAnswerTask()),
                calendar,
                quietHours::over);
    }

    void refuseWrongOrderAtStart(@Observes StartupEvent start, FirstContactPlan plan) {
        // To be made is enough: the settings have been read.
    }

    private static void inOrder(String setting, Duration earlier, Duration later) {
        if (later.compareTo(earlier) <= 0) {
            throw new StartupRefused(setting + " must be longer than " + earlier + ".");
        }
    }
}
