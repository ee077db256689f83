package org.peerline.sms.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peerline.core.Clockwork.Outlook;

/**
 * The way from now to a later moment, with a stop at everything that falls due. What is behind at a stop is given a
 * little while, because somebody may have it in hand just now. If it stays behind, it hides when the same work falls due
 * next, so the way goes on in short steps until it is done.
 */
final class WayForward {
    private static final Duration SHORT_STEP = Duration.ofHours(1);
    private static final int PATIENCE = 40;

    private final Scenery scenery;
    private boolean waitedInVain;

    WayForward(Scenery scenery) {
        this.scenery = scenery;
    }

    /** What there is along the way. */
    interface Scenery {
        Instant now();

        Outlook outlook();

        /** Lets everything happen that is due. */
        void settle();

        void jump(Instant to);

        /** A moment of real time. */
        void waitAMoment();
    }

    void to(Instant target) {
        scenery.settle();
        Optional<Instant> stop = stopBefore(target);
        while (stop.isPresent()) {
            scenery.jump(stop.get());
            scenery.settle();
            stop = stopBefore(target);
        }
        scenery.jump(target);
        scenery.settle();
    }

    private Optional<Instant> stopBefore(Instant target) {
        Outlook outlook = scenery.outlook();
        for (int waited = 0; outlook.behind() && !waitedInVain && waited < PATIENCE; waited++) {
            scenery.waitAMoment();
            scenery.settle();
            outlook = scenery.outlook();
        }
        waitedInVain = outlook.behind();
        Optional<Instant> next = outlook.next();
        if (outlook.behind()) {
            Instant soon = scenery.now().plus(SHORT_STEP);
            next = next.filter(due -> due.isBefore(soon)).or(() -> Optional.of(soon));
        }
        return next.filter(due -> due.isBefore(target));
    }
}
