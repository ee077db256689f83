package org.peerline.conversation.calling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.Question;
import org.peerline.sms.outbox.Questions;

/** Asks which time or which call is meant, and knows the choice when its number comes back. */
@ApplicationScoped
class CallQuestions {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Questions questions;
    private final CallReplies replies;
    private final TimeSource time;
    private final ZoneId zone;

    CallQuestions(
            Questions questions,
            CallReplies replies,
            TimeSource time,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.questions = questions;
        this.replies = replies;
        this.time = time;
        this.zone = zone;
    }

    /** A question of ours that waits for this person's answer. */
    record Waiting(CallQuestion question, List<CallChoice> choices) {}

    void ask(CallTexter texter, CallQuestion question, List<CallChoice> choices) {
        ask(texter, question, choices, words(texter, question, choices));
    }

    /** Asks, until the last of the times to choose from has come, and for a day at most. */
    void ask(CallTexter texter, CallQuestion question, List<CallChoice> choices, String words) {
        Instant last = choices.stream()
                .map(CallChoice::shown)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant tomorrow = time.now().plus(LONGEST);
        boolean aboutThePast = !last.isAfter(time.now());
        questions.ask(
                texter.relayNumber(),
                texter.number(),
                new Question(
                        question.name(),
                        texter.conversation().assignment().id(),
                        choices.stream().map(CallChoice::code).toList(),
                        aboutThePast || last.isAfter(tomorrow) ? tomorrow : last));
        replies.say(texter, words);
    }

    Optional<Waiting> waiting(CallTexter texter) {
        return questions
                .open(texter.relayNumber(), texter.number())
                .filter(question -> texter.conversation().assignment().id().equals(question.subject()))
                .flatMap(question -> Arrays.stream(CallQuestion.values())
                        .filter(ours -> ours.name().equals(question.kind()))
                        .map(ours -> new Waiting(
                                ours,
                                question.choices().stream().map(CallChoice::of).toList()))
                        .findFirst());
    }

    /** Whoever sends a new command has left the old question behind. */
    void forget(CallTexter texter) {
        questions.forget(texter.relayNumber(), texter.number());
    }

    private String words(CallTexter texter, CallQuestion question, List<CallChoice> choices) {
        List<String> lines = choices.stream()
                .map(choice -> texter.when(choice.shown().atZone(zone)))
                .toList();
        var texts = texter.texts();
        return switch (question) {
            case TIME_TO_CALL, TIME_TO_MOVE -> texts.timeAmbiguous(lines);
            case CALL_TO_MOVE -> texts.whichToMove(lines);
            case CALL_TO_DROP -> texts.whichToDrop(lines);
            case OVERLAP_OF_CALL, OVERLAP_OF_MOVE ->
                throw new IllegalArgumentException("an overlap is asked about in its own words");
            case CALL_THAT_WAS_HELD, CALL_THAT_WAS_MISSED ->
                texter.outcomeTexts().which(lines);
        };
    }
}
