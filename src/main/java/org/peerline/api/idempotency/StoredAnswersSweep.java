package org.peerline.api.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Removes answers that are no longer repeated. */
@Singleton
public class StoredAnswersSweep {
    private final StoredAnswers answers;

    StoredAnswersSweep(StoredAnswers answers) {
        this.answers = answers;
    }

    @Scheduled(every = "{peerline.clock.stored-answers-sweep}", delayed = "1m")
    void sweep() {
        answers.sweep();
    }
}
