package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.sms.outbox.MessageSealing.Part;
import org.peerline.sms.outbox.dispatch.OutboxDispatcher;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.OwedRow;
import org.peerline.sms.outbox.tray.OwedTogether;

/**
 * The out-tray: a text we owe is a row written in the transaction of the change that owes it. Nothing is sent here; the
 * {@link OutboxDispatcher} is told after the commit.
 */
@ApplicationScoped
public class Outbox {
    private final Jdbi jdbi;
    private final MessageSealing sealing;
    private final BlindIndex blindIndex;
    private final TimeSource time;
    private final DispatchSignal signal;
    private final OwedTogether together;

    Outbox(
            Jdbi jdbi,
            MessageSealing sealing,
            BlindIndex blindIndex,
            TimeSource time,
            DispatchSignal signal,
            OwedTogether together) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.blindIndex = blindIndex;
        this.time = time;
        this.signal = signal;
        this.together = together;
    }

    /**
     * Does the work, and owes all texts that it says with one statement at its end, in their order and in the caller's
     * transaction. Whoever reads owed texts in between sees them.
     */
    public void together(Runnable work) {
        together.during(work);
    }

    /** How many texts could leave at once now; without a limit where nothing is sent by this copy. */
    public int room() {
        return together.room();
    }

    /**
     * Owes a text, in the caller's transaction.
     *
     * @return the id of the message, under which its delivery can be followed
     */
    public UUID say(OwedText text) {
        return say(text, time.now());
    }

    /** The same for a text that is to be sent from {@code due} on, not before. */
    public UUID say(OwedText text, Instant due) {
        return say(text, due, due.plus(text.kind().worthSendingFor()));
    }

    /** The same for a text whose worth ends with something else than its kind, such as the start of a call. */
    public UUID say(OwedText text, Instant due, Instant worthUntil) {
        UUID id = Identifier.next();
        var now = time.now();
        var to = text.to();
        together.owe(new OwedRow(
                new OwedRow.Concerns(
                        text.concerns().assignment(),
                        text.concerns().request(),
                        text.concerns().call()),
                text.kind().name(),
                text.author() == null ? null : text.author().name(),
                new OwedRow.Reader(to.role().name(), blindIndex.of(to.number()), to.person()),
                text.about(),
                sealed(text, id),
                new OutgoingSms(
                        id, 1, text.from(), to.number(), text.words().whole(), OwedRow.validity(now, worthUntil)),
                text.words().segments(),
                now,
                due,
                worthUntil));
        return id;
    }

    /**
     * Owes a text again that failed or is in doubt, because a person has decided it. A text in doubt keeps no provider
     * id: whatever the provider still reports of the first attempt is about that one. What one person wrote to another, a
     * peer's details and news of a call are not sent again once it has ended between the two.
     *
     * @return false when the text is neither, or must not be sent any more
     */
    public boolean sayAgain(UUID message) {
        together.writeGathered();
        var now = time.now();
        int owed = jdbi.withHandle(handle -> handle.createUpdate("update message set status = 'QUEUED', due_at = :now,"
                        + " first_due_at = null,"
                        + " expires_at = :expires, attempts = 0, provider_id = null, error_code = null, settled_at = null,"
                        + " look_up_at = null, looked_up = 0"
                        + " where id = :id and status in ('FAILED', 'UNKNOWN') and to_number is not null"
                        // By the time a person looks, the call has been, or is somewhere else, and the code is no key
                        // to anything.
                        + " and kind not in ('REMINDER', 'SIGN_IN_CODE')"
                        + " and (kind not in ('RELAYED', 'DETAILS', 'CALL') or exists (select 1 from assignment a"
                        + " where a.id = message.assignment_id and a.status = 'OPEN'))")
                .bind("now", now)
                .bind("expires", now.plus(TextKind.NOTICE.worthSendingFor()))
                .bind("id", message)
                .execute());
        signal.afterCommit();
        return owed == 1;
    }

    /** Takes back what is owed about a call and has not left yet, in the caller's transaction. */
    public void cancel(TextKind kind, UUID call) {
        together.writeGathered();
        jdbi.useHandle(handle -> handle.createUpdate("update message set status = 'CANCELLED', settled_at = :now"
                        + " where call_id = :call and kind = :kind and status = 'QUEUED'")
                .bind("now", time.now())
                .bind("call", call)
                .bind("kind", kind.name())
                .execute());
    }

    private OwedRow.Sealed sealed(OwedText text, UUID id) {
        var to = text.to();
        var words = text.words();
        return new OwedRow.Sealed(
                sealing.seal(to.person(), Part.TO_NUMBER, id, to.number().e164()),
                sealUnlessEmpty(text.about(), Part.HEADING, id, words.heading()),
                sealing.seal(text.about(), Part.BODY, id, words.body()),
                sealUnlessEmpty(text.about(), Part.FOOTER, id, words.footer()));
    }

    private byte[] sealUnlessEmpty(UUID person, Part part, UUID message, String text) {
        return text.isEmpty() ? null : sealing.seal(person, part, message, text);
    }
}
