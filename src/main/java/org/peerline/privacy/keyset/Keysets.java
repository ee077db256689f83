package org.peerline.privacy.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes and changes the JSON of a keyset. The wrapping key is exchanged in three steps, so that no copy of the service
 * ever meets a key that it does not have: a new key is added, then it becomes the one in use, and when nothing is wrapped
 * with the old one any more, that is dropped.
 */
public final class Keysets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Configuration AEAD = AeadConfig2026.get();

    private Keysets() {}

    /** A keyset that nothing has been written with. */
    public static String generate() {
        try {
            ObjectNode both = JSON.createObjectNode();
            both.set("wrapping", written(fresh(PredefinedAeadParameters.AES256_GCM, AEAD), AEAD));
            both.set(
                    "index",
                    written(fresh(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get()), PrfConfig2026.get()));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With one more wrapping key, which every copy then knows and none uses yet. */
    public static String withNewKey(String keyset) {
        return changed(keyset, present -> {
            KeysetHandle.Entry fresh =
                    fresh(PredefinedAeadParameters.AES256_GCM, AEAD).getPrimary();
            while (known(present, fresh.getId())) {
                fresh = fresh(PredefinedAeadParameters.AES256_GCM, AEAD).getPrimary();
            }
            KeysetHandle.Builder next = KeysetHandle.newBuilder(present);
            next.addEntry(KeysetHandle.importKey(fresh.getKey()).withFixedId(fresh.getId()));
            return next;
        });
    }

    /** With one more index key over the others: for a database that is indexed anew with it before the next start. */
    public static String withNewIndexKey(String keyset) {
        try {
            var both = (ObjectNode) JSON.readTree(keyset);
            Configuration prf = PrfConfig2026.get();
            KeysetHandle present = TinkJsonProtoKeysetFormat.parseKeyset(
                    both.path("index").toString(), prf, InsecureSecretKeyAccess.get());
            KeysetHandle.Entry fresh =
                    fresh(PredefinedPrfParameters.HMAC_SHA256_PRF, prf).getPrimary();
            while (known(present, fresh.getId())) {
                fresh = fresh(PredefinedPrfParameters.HMAC_SHA256_PRF, prf).getPrimary();
            }
            KeysetHandle.Builder next = KeysetHandle.newBuilder(present);
            next.addEntry(KeysetHandle.importKey(fresh.getKey()).withFixedId(fresh.getId()));
            both.set("index", written(next.build(), prf));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both);
        } catch (GeneralSecurityException | IOException | ClassCastException e) {
            throw new IllegalArgumentException("not a keyset", e);
        }
    }

    /** With its newest wrapping key in use. */
    public static String withNewestInUse(String keyset) {
        return changed(keyset, present -> {
            KeysetHandle.Builder next = KeysetHandle.newBuilder(present);
            next.getAt(next.size() - 1).makePrimary();
            return next;
        });
    }

    /** With only the wrapping key in use: what is wrapped with another can never be read again. */
    public static String withoutFormerKeys(String keyset) {
        return changed(keyset, present -> {
            KeysetHandle.Builder next = KeysetHandle.newBuilder(present);
            for (int i = next.size() - 1; i >= 0; i--) {
                if (!next.getAt(i).isPrimary()) {
                    next.deleteAt(i);
                }
            }
            return next;
        });
    }

    /** The ids of its wrapping keys, the newest last. */
    public static List<Integer> wrappingKeys(String keyset) {
        try {
            KeysetHandle keys = wrapping(JSON.readTree(keyset));
            return IntStream.range(0, keys.size())
                    .mapToObj(at -> keys.getAt(at).getId())
                    .toList();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not a keyset", e);
        }
    }

    private interface Change {
        KeysetHandle.Builder of(KeysetHandle present) throws GeneralSecurityException;
    }

    private static String changed(String keyset, Change change) {
        try {
            var both = (ObjectNode) JSON.readTree(keyset);
            both.set("wrapping", written(change.of(wrapping(both)).build(), AEAD));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(both);
        } catch (GeneralSecurityException | IOException | ClassCastException e) {
            throw new IllegalArgumentException("not a keyset", e);
        }
    }

    private static boolean known(KeysetHandle keyset, int id) {
        for (int i = 0; i < keyset.size(); i++) {
            if (keyset.getAt(i).getId() == id) {
                return true;
            }
        }
        return false;
    }

    private static KeysetHandle wrapping(JsonNode both) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                both.path("wrapping").toString(), AEAD, InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle fresh(Parameters parameters, Configuration configuration)
            throws GeneralSecurityException {
        return KeysetHandle.generateNew(parameters, configuration);
    }

    private static JsonNode written(KeysetHandle keyset, Configuration configuration)
            throws GeneralSecurityException, IOException {
        return JSON.readTree(
                TinkJsonProtoKeysetFormat.serializeKeyset(keyset, configuration, InsecureSecretKeyAccess.get()));
    }
}
