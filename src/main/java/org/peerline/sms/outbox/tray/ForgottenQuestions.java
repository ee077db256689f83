package org.peerline.sms.outbox.tray;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.jdbi.v3.core.Jdbi;

/** Takes back questions that are answered by OK or NO, any number with one statement. */
@ApplicationScoped
public class ForgottenQuestions {
    private static final String FORGET = """
            delete from question q using unnest(:numbers, :keys) as h (our_number, number_key)
            where q.our_number = h.our_number and q.number_key = h.number_key and q.choices = '{}'
            """;

    private final Jdbi jdbi;

    ForgottenQuestions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A handset, by its keyed hash, on a number of ours. */
    public record Handset(String ours, String numberKey) {}

    void forgetYesOrNo(Collection<Handset> handsets) {
        jdbi.useHandle(handle -> handle.createUpdate(FORGET)
                .bind("numbers", handsets.stream().map(Handset::ours).toArray(String[]::new))
                .bind("keys", handsets.stream().map(Handset::numberKey).toArray(String[]::new))
                .execute());
    }
}
