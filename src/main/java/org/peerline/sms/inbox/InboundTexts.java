package org.peerline.sms.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.InboundSms;

/** The provider's ids of all texts that ever came in, for good: a signature never expires, so only this stops a replay. */
@ApplicationScoped
class InboundTexts {
    // In the order of the keys, so that two copies that are told of the same texts wait for each other in one order.
    private static final String RECORD = """
            with arrived as (
                select * from unnest(:keys, :receivedAts::timestamptz[], :lates::boolean[], :conversations)
                    as a (provider_key, received_at, late, conversation_key)),
            recorded as (
                insert into inbound_text (provider_key, received_at, late)
                select provider_key, received_at, late from arrived order by provider_key
                on conflict do nothing
                returning provider_key)
            select provider_key, exists (
                select 1 from inbound_text w
                where w.conversation_key = a.conversation_key and w.pending is not null and w.given_up_at is null
                  and w.turn_until > :now and w.turn_until <= :latest) as others_wait,
                set_config('lock_timeout', :patience, true)
            from recorded join arrived a using (provider_key)
            """;

    /**
     * How long what a text does may wait for a row that somebody else holds. Then the text is kept for later: whoever
     * queues behind it must not wait for as long as the other one likes, and the provider waits for fifteen seconds.
     */
    static final String PATIENCE = "3s";

    private final Jdbi jdbi;
    private final BlindIndex blindIndex;
    private final TimeSource time;

    InboundTexts(Jdbi jdbi, BlindIndex blindIndex, TimeSource time) {
        this.jdbi = jdbi;
        this.blindIndex = blindIndex;
        this.time = time;
    }

    /** A text that has not been here before, and whether an earlier one of the same two numbers is still to be processed. */
    record Recorded(InboundSms sms, boolean othersWait) {}

    /** In the caller's transaction; returns those whose provider id has not been here before, in their order. */
    List<Recorded> record(List<InboundSms> arrived) {
        Map<String, Boolean> othersWait = recordAll(arrived);
        return arrived.stream()
                .filter(sms -> othersWait.containsKey(key(sms)))
                .map(sms -> new Recorded(sms, othersWait.get(key(sms))))
                .toList();
    }

    private Map<String, Boolean> recordAll(List<InboundSms> arrived) {
        var now = time.now();
        var othersWait = new HashMap<String, Boolean>();
        jdbi.useHandle(handle -> handle.createQuery(RECORD)
                .bind("keys", column(arrived, this::key))
                .bind("receivedAts", column(arrived, sms -> sms.receivedAt().toString()))
                .bind("lates", column(arrived, sms -> Boolean.toString(sms.late())))
                .bind("conversations", column(arrived, this::conversation))
                .bind("now", now)
                .bind("latest", InboundRetryPlan.STANDARD.turnEnds(now))
                .bind("patience", PATIENCE)
                .map((row, context) -> othersWait.put(row.getString("provider_key"), row.getBoolean("others_wait")))
                .list());
        return othersWait;
    }

    private static String[] column(List<InboundSms> texts, Function<InboundSms, String> value) {
        return texts.stream().map(value).toArray(String[]::new);
    }

    String key(InboundSms sms) {
        return blindIndex.of("provider", sms.providerId());
    }

    String conversation(InboundSms sms) {
        return blindIndex.of("conversation", sms.from().e164() + '>' + sms.to().e164());
    }
}
