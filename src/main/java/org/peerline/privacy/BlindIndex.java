package org.peerline.privacy;

import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.peerline.core.PhoneNumber;

/**
 * Keyed hashes of personal values, so that a row can be found by a number or a name that the database does not hold in
 * clear. Without the keyset nobody can compute one, or try all numbers. 128 bits, as 22 base64url characters.
 */
@ApplicationScoped
public class BlindIndex {
    private static final int BYTES = 16;

    private final PrfSet prf;

    @Inject
    BlindIndex(Keyring keyring) {
        this(keyring.index());
    }

    BlindIndex(PrfSet prf) {
        this.prf = prf;
    }

    public String of(PhoneNumber number) {
        return of("number", number.e164());
    }

    /**
     * @param kind what the value is ("name", "employer", ...): the same text of two kinds gives two keys
     * @param value already normalised by the caller, who decides what counts as equal
     */
    public String of(String kind, String value) {
        try {
            byte[] hash = prf.computePrimary((kind + '|' + value).getBytes(StandardCharsets.UTF_8), BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
