package org.peerline.sms.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.Vault;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;

/** The inbound texts on record: provider ids for good, bare texts only until they have taken effect. */
@ApplicationScoped
class InboundTexts {
    private static final Logger LOG = Logger.getLogger(InboundTexts.class);
    private static final String PURPOSE = "inbound_text";
    private static final int MOST_ATTEMPTS = 12;

    private final Jdbi jdbi;
    private final Vault vault;
    private final BlindIndex blindIndex;
    private final TimeSource time;
    private final ObjectMapper json;

    InboundTexts(Jdbi jdbi, Vault vault, BlindIndex blindIndex, TimeSource time, ObjectMapper json) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.blindIndex = blindIndex;
        this.time = time;
        this.json = json;
    }

    /** In the caller's transaction; false when this provider id has been here before. */
    boolean recordNew(InboundSms sms) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into inbound_text (provider_key, received_at, late) values (?, ?, ?) on conflict do nothing",
                        key(sms),
                        sms.receivedAt(),
                        sms.late()))
                == 1;
    }

    /** Keeps the bare text, sealed, in a transaction of its own; returns the id under which it waits. */
    String keepForLater(InboundSms sms) {
        UUID id = Identifier.next();
        byte[] sealed = vault.sealForService(PURPOSE, id, write(sms));
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.execute(
                        "insert into inbound_text (provider_key, received_at, late, pending_id, pending, attempts,"
                                + " next_attempt_at) values (?, ?, ?, ?, ?, 1, ?) on conflict do nothing",
                        key(sms),
                        sms.receivedAt(),
                        sms.late(),
                        id,
                        sealed,
                        time.now().plusSeconds(2))));
        return id.toString();
    }

    /** Tries the text that has been due longest; false when none is due. */
    boolean retryOne(InboundSmsHandler handler) {
        Optional<Pending> due = QuarkusTransaction.requiringNew().call(this::claim);
        due.ifPresent(pending -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (stillPending(pending.id)) {
                        handler.handle(read(vault.openForService(PURPOSE, pending.id, pending.sealed)));
                    }
                });
            } catch (RuntimeException failedAgain) {
                LOG.errorf(
                        "An inbound text failed again (%s, attempt %d): %s",
                        failedAgain.getClass().getSimpleName(), pending.attempts, pending.id);
            }
        });
        return due.isPresent();
    }

    /** Counts the attempt before it is made, so that a text which kills the process is not tried for ever. */
    private Optional<Pending> claim() {
        var now = time.now();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "update inbound_text set attempts = attempts + 1, next_attempt_at = :now::timestamptz + least(power(2, attempts),"
                                + " 1800) * interval '2 seconds',"
                                + " given_up_at = case when attempts + 1 >= :most then :now::timestamptz end"
                                + " where pending_id = (select pending_id from inbound_text where pending is not null"
                                + " and given_up_at is null and next_attempt_at <= :now order by next_attempt_at limit 1"
                                + " for update skip locked) returning pending_id, pending, attempts")
                .bind("now", now)
                .bind("most", MOST_ATTEMPTS)
                .map((row, context) -> new Pending(
                        row.getObject("pending_id", UUID.class), row.getBytes("pending"), row.getInt("attempts")))
                .findFirst());
    }

    private boolean stillPending(UUID id) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update inbound_text set pending = null, given_up_at = null where pending_id = ? and pending is not null",
                        id))
                == 1;
    }

    /** A bare text that has not taken effect yet. */
    record Waiting(UUID id, InboundSms sms) {}

    /** Every bare text that is still kept, given up or not, under its row's lock. */
    List<Waiting> waiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select pending_id, pending from inbound_text where pending is not null for update")
                .map((row, context) -> {
                    UUID id = row.getObject("pending_id", UUID.class);
                    return new Waiting(id, read(vault.openForService(PURPOSE, id, row.getBytes("pending"))));
                })
                .list());
    }

    Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(next_attempt_at) from inbound_text"
                        + " where pending is not null and given_up_at is null")
                .mapTo(Instant.class)
                .findFirst());
    }

    private String key(InboundSms sms) {
        return blindIndex.of("provider", sms.providerId());
    }

    private String write(InboundSms sms) {
        try {
            return json.writeValueAsString(sms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an inbound text could not be written", e);
        }
    }

    private InboundSms read(String written) {
        try {
            return json.readValue(written, InboundSms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept inbound text could not be read", e);
        }
    }

    private record Pending(UUID id, byte[] sealed, int attempts) {}
}
