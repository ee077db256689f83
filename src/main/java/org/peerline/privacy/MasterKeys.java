package org.peerline.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.peerline.core.StartupRefused;

/**
 * The two keysets that everything personal hangs on: one wraps the data key of each person, one makes the blind index.
 *
 * <p>Written as one JSON object {@code {"wrapping": <AES256_GCM keyset>, "index": <HMAC_SHA256_PRF keyset>}}, each in
 * Tink's own JSON form, so that Tink's tools can rotate them.
 */
public record MasterKeys(Aead wrapping, PrfSet index) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** New keysets as JSON, for a first start or for an operator to keep. */
    public static String generate() {
        try {
            var both = JSON.createObjectNode();
            both.set("wrapping", newKeyset(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
            both.set("index", newKeyset(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get()));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #generate} wrote.
     *
     * @param configured the JSON itself or the path of a file that holds it
     * @throws StartupRefused when it is neither; the message never quotes the value
     */
    public static MasterKeys read(String configured) {
        try {
            String text = configured.strip();
            JsonNode both = JSON.readTree(text.startsWith("{") ? text : Files.readString(Path.of(text)));
            return new MasterKeys(
                    primitive(both, "wrapping", AeadConfig2026.get(), Aead.class),
                    primitive(both, "index", PrfConfig2026.get(), PrfSet.class));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException unreadable) {
            throw new StartupRefused("PEERLINE_ENCRYPTION_KEYSET is neither a keyset in JSON nor a file with one;"
                    + " 'java -jar quarkus-run.jar keyset' prints a new one.");
        }
    }

    private static JsonNode newKeyset(Parameters parameters, Configuration configuration)
            throws GeneralSecurityException, IOException {
        var handle = KeysetHandle.generateNew(parameters, configuration);
        return JSON.readTree(
                TinkJsonProtoKeysetFormat.serializeKeyset(handle, configuration, InsecureSecretKeyAccess.get()));
    }

    private static <P> P primitive(JsonNode both, String name, Configuration configuration, Class<P> type)
            throws GeneralSecurityException {
        if (!both.path(name).isObject()) {
            throw new IllegalArgumentException(name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        both.path(name).toString(), configuration, InsecureSecretKeyAccess.get())
                .getPrimitive(configuration, type);
    }

    /** Prints nothing of the keys. */
    @Override
    public String toString() {
        return "MasterKeys";
    }
}
