package org.peerline.privacy;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.UUID;

/**
 * Seals and opens personal fields. What is sealed is bound to its person, table, column and row: opened anywhere else it
 * is a fault, never somebody else's data.
 */
@ApplicationScoped
public class Vault {
    private final PersonKeys keys;
    private final Keyring keyring;

    Vault(PersonKeys keys, Keyring keyring) {
        this.keys = keys;
        this.keyring = keyring;
    }

    /** Makes the key of a new person, in the caller's transaction; call it once, before the first {@link #seal}. */
    public void admit(UUID person) {
        keys.create(person);
    }

    /**
     * Destroys the key of a person for good, in the caller's transaction: nothing sealed with it can be opened again, here
     * or in a copy of the data. Returns false when there was none any more.
     */
    public boolean forget(UUID person) {
        return keys.destroy(person);
    }

    /** Wraps a person's key with the wrapping key in use now, in the caller's transaction. */
    public void wrapAgain(UUID person) {
        keys.wrapAgain(person);
    }

    /** Fetches many people's keys with one query; call it before opening the rows of a list. */
    public void prepare(Collection<UUID> people) {
        keys.load(people);
    }

    /**
     * @param text what to seal; {@code null} stays {@code null}
     * @throws PersonErased when the person's key has been destroyed
     */
    public byte[] seal(UUID person, SealedField field, UUID row, String text) {
        return text == null ? null : encrypt(keys.of(person), text, field.boundTo(row));
    }

    /**
     * @param sealed what {@link #seal} gave; {@code null} stays {@code null}
     * @throws PersonErased when the person's key has been destroyed
     * @throws IllegalStateException when the value was moved here from another row, or altered
     */
    public String open(UUID person, SealedField field, UUID row, byte[] sealed) {
        return sealed == null ? null : decrypt(keys.of(person), sealed, field.boundTo(row));
    }

    /** For what belongs to nobody yet (a stranger's text) or to several people (a stored answer), kept for days at most. */
    public byte[] sealForService(String purpose, UUID row, String text) {
        return text == null
                ? null
                : encrypt(keyring.wrapping(), text, new SealedField("service", purpose).boundTo(row));
    }

    /** Opens what {@link #sealForService} gave. */
    public String openForService(String purpose, UUID row, byte[] sealed) {
        return sealed == null
                ? null
                : decrypt(keyring.wrapping(), sealed, new SealedField("service", purpose).boundTo(row));
    }

    private static byte[] encrypt(Aead key, String text, byte[] boundTo) {
        try {
            return key.encrypt(text.getBytes(StandardCharsets.UTF_8), boundTo);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    private static String decrypt(Aead key, byte[] sealed, byte[] boundTo) {
        try {
            return new String(key.decrypt(sealed, boundTo), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException movedOrAltered) {
            throw new IllegalStateException("a sealed field does not belong where it was found", movedOrAltered);
        }
    }
}
