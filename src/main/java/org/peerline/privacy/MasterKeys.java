package org.peerline.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.keyset.Keysets;

/**
 * The two keysets that everything personal hangs on: one wraps the data key of each person, one makes the blind index.
 *
 * <p>Written as one JSON object {@code {"wrapping": <AES256_GCM keyset>, "index": <HMAC_SHA256_PRF keyset>}}, each in
 * Tink's own JSON form.
 */
public record MasterKeys(Aead wrapping, IndexKeys index, int wrappingKeyId, Set<Integer> wrappingKeyIds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** New keysets as JSON, for a first start or for an operator to keep. */
    public static String generate() {
        return Keysets.generate();
    }

    /**
     * Reads what {@link #generate} wrote.
     *
     * @throws StartupRefused when it is no keyset; the message never quotes the value
     */
    public static MasterKeys parse(String text) {
        try {
            JsonNode both = JSON.readTree(text);
            KeysetHandle wrapping = handle(both, "wrapping", AeadConfig2026.get());
            return new MasterKeys(
                    wrapping.getPrimitive(AeadConfig2026.get(), Aead.class),
                    IndexKeys.of(handle(both, "index", PrfConfig2026.get())),
                    wrapping.getPrimary().getId(),
                    IntStream.range(0, wrapping.size())
                            .mapToObj(at -> wrapping.getAt(at).getId())
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            throw new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is neither a keyset in JSON nor a file with one;"
                    + " 'java -jar quarkus-run.jar keyset' prints a new one.");
        }
    }

    private static KeysetHandle handle(JsonNode both, String name, Configuration configuration)
            throws GeneralSecurityException {
        if (!both.path(name).isObject()) {
            throw new IllegalArgumentException(name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                both.path(name).toString(), configuration, InsecureSecretKeyAccess.get());
    }

    /** Whether both find the same rows: the index cannot change while the service runs. */
    boolean indexesAs(MasterKeys other) {
        return index.proof().equals(other.index.proof());
    }

    /** Prints nothing of the keys. */
    @Override
    public String toString() {
        return "MasterKeys";
    }
}
