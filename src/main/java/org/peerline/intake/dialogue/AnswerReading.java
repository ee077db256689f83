package org.peerline.intake.dialogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.api.input.MembershipMention;
import org.peerline.core.TimeSource;
import org.peerline.intake.answer.AddressParser;
import org.peerline.intake.answer.AnswerText;
import org.peerline.intake.answer.AvoidParser;
import org.peerline.intake.answer.BirthDateParser;
import org.peerline.intake.answer.JobRoleParser;
import org.peerline.intake.answer.NameParser;
import org.peerline.intake.answer.Reading;
import org.peerline.intake.answer.Reading.Unclear;
import org.peerline.intake.answer.Reading.Understood;
import org.peerline.intake.answer.Reading.Why;
import org.peerline.intake.answer.ReturnParser;
import org.peerline.requests.profile.Address;

/** Puts an answer into the draft, if it can be read. */
@ApplicationScoped
class AnswerReading {
    private final TimeSource time;
    private final ZoneId zone;

    AnswerReading(TimeSource time, @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.time = time;
        this.zone = zone;
    }

    /** What the draft is now; a part of an answer may have been kept even when more is needed. */
    record Result(IntakeDraft draft, Reading<?> reading) {}

    Result read(IntakeStep step, String written, IntakeDraft draft) {
        if (MembershipMention.isIn(written)) {
            return new Result(draft, Reading.unclear(Why.MEMBERSHIP));
        }
        return switch (step) {
            case NAME -> name(written, draft);
            case DATE_OF_BIRTH ->
                result(BirthDateParser.read(written, time.now().atZone(zone).toLocalDate()), draft, draft::bornOn);
            case JOB_ROLE -> result(JobRoleParser.read(written), draft, draft::workingAs);
            case ADDRESS -> address(written, draft);
            case SAME_OR_NEW ->
                result(ReturnParser.read(written), draft, choice -> switch (choice) {
                    case SAME -> draft.choosing(true);
                    case NEW -> draft.choosing(false);
                    case UPDATE -> draft.updating();
                });
            case AVOID ->
                wantsUpdate(written, draft)
                        ? new Result(draft.updating(), Reading.understood(ReturnParser.Choice.UPDATE))
                        : result(AvoidParser.read(written), draft, draft::avoiding);
        };
    }

    /** Where nobody can be wished for, the last question is the only one at which it can be said. */
    private static boolean wantsUpdate(String written, IntakeDraft draft) {
        return draft.known() != null
                && ReturnParser.read(written) instanceof Understood<ReturnParser.Choice> choice
                && choice.value() == ReturnParser.Choice.UPDATE;
    }

    private static Result name(String written, IntakeDraft draft) {
        Reading<String> reading = NameParser.read(written);
        if (reading instanceof Unclear<String> unclear && unclear.why() == Why.ONE_NAME) {
            return unclear.kept().equalsIgnoreCase(draft.oneName())
                    ? new Result(draft.named(unclear.kept()), Reading.understood(unclear.kept()))
                    : new Result(draft.withOneName(unclear.kept()), reading);
        }
        return result(reading, draft, draft::named);
    }

    private static Result address(String written, IntakeDraft draft) {
        Reading<Address> reading = AddressParser.read(written, draft.addressBegun());
        if (reading instanceof Unclear<Address> unclear) {
            if (AnswerText.isStory(written)) {
                // What is the matter is for their colleague to hear, and no part of an address.
                return new Result(draft, Reading.unclear(Why.TOO_LONG));
            }
            return new Result(unclear.kept().isEmpty() ? draft : draft.withAddressBegun(unclear.kept()), reading);
        }
        return result(reading, draft, draft::livingAt);
    }

    private static <T> Result result(Reading<T> reading, IntakeDraft draft, Function<T, IntakeDraft> understood) {
        return reading instanceof Understood<T> value
                ? new Result(understood.apply(value.value()), reading)
                : new Result(draft, reading);
    }
}
