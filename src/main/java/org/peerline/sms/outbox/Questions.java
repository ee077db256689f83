package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;

/** The questions that wait for a person's answer: at most one on each number of ours for each handset, the last one. */
@ApplicationScoped
public class Questions {
    private static final String ASK = """
            insert into question (our_number, number_key, kind, subject_id, choices, asked_at, expires_at)
            values (:ours, :key, :kind, :subject, :choices, :now, :expires)
            on conflict (our_number, number_key) do update
            set kind = excluded.kind, subject_id = excluded.subject_id, choices = excluded.choices,
                asked_at = excluded.asked_at, expires_at = excluded.expires_at
            """;
    private static final String OF_HANDSET = " from question where our_number = :ours and number_key = :key";

    private final Jdbi jdbi;
    private final BlindIndex blindIndex;
    private final TimeSource time;

    Questions(Jdbi jdbi, BlindIndex blindIndex, TimeSource time) {
        this.jdbi = jdbi;
        this.blindIndex = blindIndex;
        this.time = time;
    }

    /** Remembers what was asked, in the caller's transaction; an older question on this number is forgotten. */
    public void ask(PhoneNumber ours, PhoneNumber person, Question question) {
        jdbi.useHandle(handle -> handle.createUpdate(ASK)
                .bind("ours", ours.e164())
                .bind("key", blindIndex.of(person))
                .bind("kind", question.kind())
                .bind("subject", question.subject())
                .bind("choices", question.choices().toArray(String[]::new))
                .bind("now", time.now())
                .bind("expires", question.expires())
                .execute());
    }

    /** The question that a text from this handset may answer now. */
    public Optional<Question> open(PhoneNumber ours, PhoneNumber person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kind, subject_id, choices, expires_at" + OF_HANDSET + " and expires_at > :now")
                .bind("ours", ours.e164())
                .bind("key", blindIndex.of(person))
                .bind("now", time.now())
                .map((row, context) -> read(row))
                .findFirst());
    }

    /** The same, and it is answered with this: a second answer finds nothing. */
    public Optional<Question> take(PhoneNumber ours, PhoneNumber person) {
        Optional<Question> question = open(ours, person);
        forget(ours, person);
        return question;
    }

    /** The question that was the last one and whose time is over; asked once more, there is none. */
    public Optional<Question> takeLapsed(PhoneNumber ours, PhoneNumber person) {
        return jdbi.withHandle(handle -> handle.createQuery("delete" + OF_HANDSET + " and expires_at <= :now"
                        + " returning kind, subject_id, choices, expires_at")
                .bind("ours", ours.e164())
                .bind("key", blindIndex.of(person))
                .bind("now", time.now())
                .map((row, context) -> read(row))
                .findFirst());
    }

    public void forget(PhoneNumber ours, PhoneNumber person) {
        jdbi.useHandle(handle -> handle.createUpdate("delete" + OF_HANDSET)
                .bind("ours", ours.e164())
                .bind("key", blindIndex.of(person))
                .execute());
    }

    /** Something newer waits for these handsets' OK or NO. A question that is answered by a number stays. */
    public void forgetYesOrNo(PhoneNumber ours, PhoneNumber... people) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from question where our_number = :ours"
                        + " and number_key = any(:keys) and choices = '{}'")
                .bind("ours", ours.e164())
                .bind("keys", Arrays.stream(people).map(blindIndex::of).toArray(String[]::new))
                .execute());
    }

    private static Question read(ResultSet row) throws SQLException {
        return new Question(
                row.getString("kind"),
                row.getObject("subject_id", UUID.class),
                List.of((String[]) row.getArray("choices").getArray()),
                row.getTimestamp("expires_at").toInstant());
    }
}
