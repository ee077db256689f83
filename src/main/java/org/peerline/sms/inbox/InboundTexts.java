package org.peerline.sms.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;

/** The provider's ids of all texts that ever came in, for good: a signature never expires, so only this stops a replay. */
@ApplicationScoped
class InboundTexts {
    private static final String RECORD = """
            insert into inbound_text (provider_key, received_at, late) values (:key, :receivedAt, :late)
            on conflict do nothing
            returning exists (
                select 1 from inbound_text w
                where w.conversation_key = :conversation and w.pending is not null and w.given_up_at is null
                  and w.turn_until > :now and w.turn_until <= :latest) as others_wait
            """;

    private final Jdbi jdbi;
    private final BlindIndex blindIndex;
    private final TimeSource time;

    InboundTexts(Jdbi jdbi, BlindIndex blindIndex, TimeSource time) {
        this.jdbi = jdbi;
        this.blindIndex = blindIndex;
        this.time = time;
    }

    /**
     * In the caller's transaction.
     *
     * @return empty when this provider id has been here before; otherwise whether an earlier text of the same two numbers
     *     is still to be processed
     */
    Optional<Boolean> record(InboundSms sms) {
        var now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(RECORD)
                .bind("key", key(sms))
                .bind("receivedAt", sms.receivedAt())
                .bind("late", sms.late())
                .bind("conversation", conversation(sms))
                .bind("now", now)
                .bind("latest", InboundRetryPlan.STANDARD.turnEnds(now))
                .mapTo(Boolean.class)
                .findFirst());
    }

    String key(InboundSms sms) {
        return blindIndex.of("provider", sms.providerId());
    }

    String conversation(InboundSms sms) {
        return blindIndex.of("conversation", sms.from().e164() + '>' + sms.to().e164());
    }
}
