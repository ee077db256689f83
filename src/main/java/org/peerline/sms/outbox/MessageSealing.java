package org.peerline.sms.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;

/** Seals and opens the parts of a text: with the key of the person concerned, or the service's own for a stranger. */
@ApplicationScoped
public class MessageSealing {
    private final Vault vault;

    MessageSealing(Vault vault) {
        this.vault = vault;
    }

    /** The sealed columns of a text. */
    public enum Part {
        TO_NUMBER("to_number"),
        HEADING("heading"),
        BODY("body"),
        FOOTER("footer");

        private final SealedField field;

        Part(String column) {
            field = new SealedField("message", column);
        }

        private String purpose() {
            return field.table() + '.' + field.column();
        }
    }

    /** @param person {@code null} for a stranger */
    byte[] seal(UUID person, Part part, UUID message, String text) {
        return person == null
                ? vault.sealForService(part.purpose(), message, text)
                : vault.seal(person, part.field, message, text);
    }

    /** @return {@code null} where nothing was sealed */
    public String open(UUID person, Part part, UUID message, byte[] sealed) {
        return person == null
                ? vault.openForService(part.purpose(), message, sealed)
                : vault.open(person, part.field, message, sealed);
    }
}
