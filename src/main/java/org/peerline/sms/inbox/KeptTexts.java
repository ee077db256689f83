package org.peerline.sms.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.Vault;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;
import org.peerline.tasks.TaskDone;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;

/** Bare texts, sealed, only until they have taken effect: those that failed, and those that wait for an earlier one. */
@ApplicationScoped
public class KeptTexts {
    private static final Logger LOG = Logger.getLogger(KeptTexts.class);
    private static final String PURPOSE = "inbound_text";
    private static final InboundRetryPlan PLAN = InboundRetryPlan.STANDARD;

    private static final String KEEP = """
            insert into inbound_text (provider_key, received_at, late, pending_id, pending, attempts, next_attempt_at,
                conversation_key, turn_until)
            values (:key, :receivedAt, :late, :id, :sealed, :attempts, :next, :conversation, :turnUntil)
            on conflict (provider_key) do update
            set pending_id = excluded.pending_id, pending = excluded.pending, attempts = excluded.attempts,
                next_attempt_at = excluded.next_attempt_at, conversation_key = excluded.conversation_key,
                turn_until = excluded.turn_until
            where :mine
            """;

    // In the order of their coming within a conversation; an earlier one holds the later ones up for a while only. An
    // attempt that lies further ahead than any wait was planned by a clock that was ahead.
    private static final String FIRST_DUE = """
            select t.pending_id, t.pending, t.attempts from inbound_text t
            where t.pending is not null and t.given_up_at is null
              and (t.next_attempt_at <= :now or t.next_attempt_at > :impossible)
              and not exists (
                  select 1 from inbound_text e
                  where e.conversation_key = t.conversation_key and e.pending is not null and e.given_up_at is null
                    and e.pending_id < t.pending_id and e.turn_until > :now and e.turn_until <= :latest)
            order by t.next_attempt_at, t.pending_id limit 1
            for update of t skip locked
            """;

    private final Jdbi jdbi;
    private final InboundTexts texts;
    private final Vault vault;
    private final Tasks tasks;
    private final TimeSource time;
    private final ObjectMapper json;

    KeptTexts(Jdbi jdbi, InboundTexts texts, Vault vault, Tasks tasks, TimeSource time, ObjectMapper json) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.vault = vault;
        this.tasks = tasks;
        this.time = time;
        this.json = json;
    }

    /** Keeps a text whose processing was rolled back; returns the id under which it waits. */
    String keepFailed(InboundSms sms) {
        Instant now = time.now();
        return keep(sms, 1, PLAN.next(now, 1).orElseThrow(), now, false).toString();
    }

    /** Keeps a text that has been recorded in this transaction and is processed in its turn; always true. */
    boolean keepWaiting(InboundSms sms) {
        Instant now = time.now();
        keep(sms, 0, now, now, true);
        return true;
    }

    private UUID keep(InboundSms sms, int attempts, Instant next, Instant now, boolean mine) {
        UUID id = Identifier.next();
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("key", texts.key(sms))
                .bind("receivedAt", sms.receivedAt())
                .bind("late", sms.late())
                .bind("id", id)
                .bind("sealed", vault.sealForService(PURPOSE, id, write(sms)))
                .bind("attempts", attempts)
                .bind("next", next)
                .bind("conversation", texts.conversation(sms))
                .bind("turnUntil", PLAN.turnEnds(now))
                .bind("mine", mine)
                .execute());
        return id;
    }

    /** Tries the text that has been due longest; false when none is due. */
    boolean retryOne(InboundSmsHandler handler) {
        Optional<Kept> due = QuarkusTransaction.requiringNew().call(this::claim);
        due.ifPresent(text -> {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (takesEffect(text.id)) {
                        hand(handler, read(vault.openForService(PURPOSE, text.id, text.sealed)));
                    }
                });
            } catch (RuntimeException failedAgain) {
                LOG.errorf(
                        "An inbound text failed again (%s, attempt %d): %s",
                        failedAgain.getClass().getSimpleName(), text.attempts, text.id);
            }
        });
        return due.isPresent();
    }

    /** A fault of the machine in one text, such as too deep a nesting, must not lose it. */
    void hand(InboundSmsHandler handler, InboundSms sms) {
        try {
            handler.handle(sms);
        } catch (StackOverflowError | LinkageError | AssertionError fault) {
            throw new IllegalStateException("a text could not be processed", fault);
        }
    }

    /** Counts the attempt before it is made, so that a text which kills the process is not tried for ever. */
    private Optional<Kept> claim() {
        Instant now = time.now();
        Optional<Kept> due = jdbi.withHandle(handle -> handle.createQuery(FIRST_DUE)
                .bind("now", now)
                .bind("latest", PLAN.turnEnds(now))
                .bind("impossible", now.plus(PLAN.longest()))
                .map((row, context) -> new Kept(
                        row.getObject("pending_id", UUID.class), row.getBytes("pending"), row.getInt("attempts") + 1))
                .findFirst());
        due.ifPresent(text -> {
            Optional<Instant> next = PLAN.next(now, text.attempts);
            jdbi.useHandle(handle -> handle.createUpdate("update inbound_text set attempts = :attempts,"
                            + " next_attempt_at = :next, given_up_at = :givenUpAt where pending_id = :id")
                    .bind("attempts", text.attempts)
                    .bind("next", next.orElse(now))
                    .bind("givenUpAt", next.isPresent() ? null : now)
                    .bind("id", text.id)
                    .execute());
            if (next.isEmpty()) {
                tasks.raise(TaskKind.TEXT_NOT_UNDERSTOOD, subject(text.id), Optional.empty());
            }
        });
        return due;
    }

    private boolean takesEffect(UUID id) {
        jdbi.useHandle(handle -> handle.execute("set local lock_timeout = '" + InboundTexts.PATIENCE + "'"));
        boolean first = jdbi.withHandle(handle -> handle.execute(
                        "update inbound_text set pending = null, given_up_at = null, seen_at = null, conversation_key = null"
                                + " where pending_id = ? and pending is not null",
                        id))
                == 1;
        if (first) {
            tasks.settle(TaskKind.TEXT_NOT_UNDERSTOOD, subject(id));
        }
        return first;
    }

    /**
     * A bare text that has not taken effect yet.
     *
     * @param sms empty when it cannot be opened any more: then it says nothing of anybody, and stands in nobody's way
     */
    record Waiting(UUID id, Optional<InboundSms> sms) {}

    /** What was given up before then. */
    List<Waiting> givenUp(Handle handle, Instant before) {
        return handle.createQuery("select pending_id, pending from inbound_text where pending is not null"
                        + " and given_up_at < :before order by pending_id")
                .bind("before", before)
                .map((row, context) -> waiting(row.getObject("pending_id", UUID.class), row.getBytes("pending")))
                .list();
    }

    /** Every bare text that is still kept, given up or not, under its row's lock. */
    List<Waiting> waiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select pending_id, pending from inbound_text where pending is not null for update")
                .map((row, context) -> waiting(row.getObject("pending_id", UUID.class), row.getBytes("pending")))
                .list());
    }

    private Waiting waiting(UUID id, byte[] pending) {
        try {
            return new Waiting(id, Optional.of(read(vault.openForService(PURPOSE, id, pending))));
        } catch (IllegalStateException unreadable) {
            return new Waiting(id, Optional.empty());
        }
    }

    /** A person has dealt with it otherwise; it may be tried again all the same for as long as it is kept. */
    void seen(@Observes TaskDone done) {
        if (done.kind() == TaskKind.TEXT_NOT_UNDERSTOOD) {
            jdbi.useHandle(handle -> handle.execute(
                    "update inbound_text set seen_at = ? where pending_id = ? and given_up_at is not null",
                    time.now(),
                    done.subject().id()));
        }
    }

    /** A person wants it tried again, now. False when it has taken effect, or is not known. */
    public boolean tryAgain(UUID id) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update inbound_text set given_up_at = null, seen_at = null, attempts = 0, next_attempt_at = ?"
                                + " where pending_id = ? and pending is not null",
                        time.now(),
                        id))
                == 1;
    }

    Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(next_attempt_at) from inbound_text"
                        + " where pending is not null and given_up_at is null")
                .mapTo(Instant.class)
                .findFirst());
    }

    private static Subject subject(UUID id) {
        return Subject.of(Subject.Kind.INBOUND_TEXT, id);
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

    private record Kept(UUID id, byte[] sealed, int attempts) {}
}
