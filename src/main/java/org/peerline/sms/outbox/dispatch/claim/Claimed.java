package org.peerline.sms.outbox.dispatch.claim;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.outbox.TextKind;
import org.peerline.sms.outbox.gateway.OutgoingSms;
import org.peerline.sms.outbox.tray.ReadyText;
import org.peerline.wording.bundle.TextLength;

/**
 * A text that this replica alone may now send.
 *
 * @param sendNo which hand-over of this text it is
 * @param probe it tries, alone, whether its sender or the provider can send again
 * @param look what was found when it was claimed
 * @param sms empty when the text cannot be read any more
 */
public record Claimed(
        UUID id,
        TextKind kind,
        PhoneNumber from,
        int attempts,
        int sendNo,
        Instant claimedAt,
        Instant expires,
        boolean probe,
        Look look,
        Optional<OutgoingSms> sms) {

    /**
     * What may speak against sending, as it stands now.
     *
     * @param subjectGone what the text is about is no more: the two were parted, the call is off
     * @param erased its person has been erased, so that nobody can read it; otherwise an unreadable one is a fault
     */
    public record Look(boolean optedOut, boolean subjectGone, boolean erased) {
        Look erasedToo() {
            return new Look(optedOut, subjectGone, true);
        }
    }

    /** Everything that could speak against it was looked at by the statement that owes it. */
    public static Claimed ready(ReadyText text) {
        var sms = text.sms();
        return new Claimed(
                sms.messageId(),
                TextKind.valueOf(text.kind()),
                sms.from(),
                1,
                sms.sendNo(),
                text.claimedAt(),
                text.expires(),
                false,
                new Look(false, false, false),
                Optional.of(sms));
    }

    Claimed lookedAtAgain(Look now) {
        return new Claimed(id, kind, from, attempts, sendNo, claimedAt, expires, probe, now, sms);
    }

    /** What it costs on the air; nothing where nobody can read it. */
    public int segments() {
        return sms.map(readable -> TextLength.segments(readable.body())).orElse(0);
    }

    /** A text that cannot be read any more goes nowhere and waits for nobody. */
    public Object handset() {
        return sms.<Object>map(OutgoingSms::to).orElse(id);
    }
}
