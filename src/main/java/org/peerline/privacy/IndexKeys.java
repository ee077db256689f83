package org.peerline.privacy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys of the blind index, one over the other: a value is hashed with the first, what comes out with the second, and
 * so on. So a new key can be put over everything that is stored, also where only a hash is left of a value; whoever has
 * the former keys, and not the newest, can compute nothing.
 */
public final class IndexKeys {
    private static final int BYTES = 16;
    private static final String AGAIN = "again|";

    private final List<Prf> keys;

    private IndexKeys(List<Prf> keys) {
        this.keys = List.copyOf(keys);
    }

    static IndexKeys of(KeysetHandle keyset) throws GeneralSecurityException {
        PrfSet all = keyset.getPrimitive(PrfConfig2026.get(), PrfSet.class);
        var keys = new ArrayList<Prf>();
        for (int at = 0; at < keyset.size(); at++) {
            keys.add(all.getPrfs().get(keyset.getAt(at).getId()));
        }
        return new IndexKeys(keys);
    }

    /** How many there are, one over the other. */
    public int count() {
        return keys.size();
    }

    /** The same as long as there were only the first {@code count} of them. */
    public IndexKeys first(int count) {
        return new IndexKeys(keys.subList(0, count));
    }

    /** 128 bits, as 22 base64url characters. */
    String of(String kind, String value) {
        return over(hash(keys.get(0), kind + '|' + value), 1);
    }

    /** What {@link #of} gives now for a value for which it gave {@code stored} when there were {@code count} keys. */
    public String over(String stored, int count) {
        String key = stored;
        for (Prf next : keys.subList(count, keys.size())) {
            key = hash(next, AGAIN + key);
        }
        return key;
    }

    /** A word that tells the keys from others. */
    public String proof() {
        return of("proof", "peerline index");
    }

    private static String hash(Prf key, String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(key.compute(text.getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints nothing of the keys. */
    @Override
    public String toString() {
        return "IndexKeys";
    }
}
