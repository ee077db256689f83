package org.peerline.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.peerline.core.PhoneNumber;

/**
 * Keyed hashes of personal values, so that a row can be found by a number or a name that the database does not hold in
 * clear. Without the keyset nobody can compute one, or try all numbers. 128 bits, as 22 base64url characters.
 */
@ApplicationScoped
public class BlindIndex {
    /** Numbers of people who write just now; each text needs the keys of both sides several times. */
    private static final int MOST_KEPT = 20_000;

    private final IndexKeys keys;
    private final Cache<PhoneNumber, String> ofNumbers = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    @Inject
    BlindIndex(Keyring keyring) {
        this(keyring.index());
    }

    BlindIndex(IndexKeys keys) {
        this.keys = keys;
    }

    public String of(PhoneNumber number) {
        return ofNumbers.get(number, unknown -> of("number", unknown.e164()));
    }

    /**
     * @param kind what the value is ("name", "employer", ...): the same text of two kinds gives two keys
     * @param value already normalised by the caller, who decides what counts as equal
     */
    public String of(String kind, String value) {
        return keys.of(kind, value);
    }

    /** The same for ever, whatever keys come later: for an id that the audit has, and that no look-up finds a person by. */
    public String lasting(String kind, String value) {
        return keys.first(1).of(kind, value);
    }
}
