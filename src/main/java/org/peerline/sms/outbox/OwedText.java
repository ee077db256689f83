package org.peerline.sms.outbox;

import java.util.UUID;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.wording.bundle.TextLength;

/**
 * A text that we owe somebody. What is sent is heading, body and footer in one piece, at most 1,600 characters.
 *
 * @param about whose key seals the words: the requester, for everything in an assignment; {@code null} seals them for
 *     the service
 * @param author whose words the body is; {@code null} when they are ours
 */
public record OwedText(
        TextKind kind, PhoneNumber from, Recipient to, UUID about, Words words, Party author, Concerns concerns) {

    /** The text in its parts; heading and footer are ours and may be empty. */
    public record Words(String heading, String body, String footer) {
        public Words {
            if (body.isEmpty() || heading.length() + body.length() + footer.length() > 1600) {
                throw new IllegalArgumentException("a text has 1 to 1,600 characters");
            }
        }

        /** As the reader sees it. */
        String whole() {
            return heading + body + footer;
        }

        /** What the text costs on the air. */
        int segments() {
            return TextLength.segments(whole());
        }

        @Override
        public String toString() {
            return "Words";
        }
    }

    /** What the text belongs to; each may be {@code null}. */
    public record Concerns(UUID request, UUID assignment, UUID call) {
        public static final Concerns NOTHING = new Concerns(null, null, null);
    }

    /** One of our own sentences. */
    public static OwedText ours(
            TextKind kind, PhoneNumber from, Recipient to, UUID about, String text, Concerns concerns) {
        return new OwedText(kind, from, to, about, new Words("", text, ""), null, concerns);
    }
}
