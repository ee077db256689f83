package org.peerline.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/**
 * A data key for each person, kept wrapped by the master keyset. Destroying the key makes everything sealed with it
 * unreadable here, and in every copy of the data that does not hold the key.
 *
 * <p>Unwrapped keys are kept in memory, at most {@value #MOST_KEPT} of them and each at most ten minutes, so that a busy
 * conversation pays for unwrapping once and an erased person is forgotten by every replica within that time.
 */
@ApplicationScoped
class PersonKeys {
    private static final int MOST_KEPT = 20_000;
    private static final Configuration AEAD = AeadConfig2026.get();

    private final Keyring keyring;
    private final Jdbi jdbi;
    private final TimeSource time;
    private final Cache<UUID, Aead> unwrapped;

    @Inject
    PersonKeys(Keyring keyring, Jdbi jdbi, TimeSource time) {
        this(
                keyring,
                jdbi,
                time,
                Caffeine.newBuilder()
                        .maximumSize(MOST_KEPT)
                        .expireAfterWrite(Duration.ofMinutes(10))
                        .build());
    }

    PersonKeys(Keyring keyring, Jdbi jdbi, TimeSource time, Cache<UUID, Aead> unwrapped) {
        this.keyring = keyring;
        this.jdbi = jdbi;
        this.time = time;
        this.unwrapped = unwrapped;
    }

    /** Makes the key of a new person, in the caller's transaction. */
    void create(UUID person) {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD);
            // The id first: should the key change in between, the row only counts as not wrapped with the new one yet.
            int wrappedWith = keyring.wrappingKeyId();
            byte[] wrapped =
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, keyring.wrapping(), boundTo(person), AEAD);
            jdbi.useHandle(connection -> connection.execute(
                    "insert into person_key (person_id, wrapped, wrapped_with, created_at) values (?, ?, ?, ?)",
                    person,
                    wrapped,
                    wrappedWith,
                    time.now()));
            unwrapped.put(person, handle.getPrimitive(AEAD, Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wraps it with the wrapping key in use, in the caller's transaction. */
    void wrapAgain(UUID person) {
        int wrappedWith = keyring.wrappingKeyId();
        jdbi.useHandle(connection -> {
            byte[] wrapped = connection
                    .select("select wrapped from person_key where person_id = ? for update", person)
                    .mapTo(byte[].class)
                    .findFirst()
                    .orElse(null);
            if (wrapped != null) {
                connection.execute(
                        "update person_key set wrapped = ?, wrapped_with = ? where person_id = ?",
                        wrappedAgain(person, wrapped),
                        wrappedWith,
                        person);
            }
        });
    }

    private byte[] wrappedAgain(UUID person, byte[] wrapped) {
        try {
            var key = TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyring.wrapping(), boundTo(person), AEAD);
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(key, keyring.wrapping(), boundTo(person), AEAD);
        } catch (GeneralSecurityException wrongKeysetOrMovedRow) {
            throw new IllegalStateException(
                    "the key of person " + person + " cannot be unwrapped", wrongKeysetOrMovedRow);
        }
    }

    /** Destroys it; other copies of the service forget theirs within ten minutes. */
    boolean destroy(UUID person) {
        unwrapped.invalidate(person);
        return jdbi.withHandle(connection -> connection.execute(
                        "update person_key set wrapped = null, destroyed_at = ? where person_id = ? and wrapped is not null",
                        time.now(),
                        person))
                == 1;
    }

    /**
     * The key of a person.
     *
     * @throws PersonErased when it has been destroyed, or never was
     */
    Aead of(UUID person) {
        Aead known = unwrapped.getIfPresent(person);
        if (known == null) {
            // A full cache may drop what has just been put into it; that it is not there says nothing of the person.
            known = load(List.of(person)).get(person);
        }
        if (known == null) {
            throw new PersonErased(person);
        }
        return known;
    }

    /**
     * Fetches the keys that are not in memory yet with one query, for a caller about to open many rows.
     *
     * @return those that were fetched
     */
    Map<UUID, Aead> load(Collection<UUID> people) {
        UUID[] missing = people.stream()
                .filter(person -> unwrapped.getIfPresent(person) == null)
                .distinct()
                .toArray(UUID[]::new);
        if (missing.length == 0) {
            return Map.of();
        }
        Map<UUID, Aead> loaded = jdbi.withHandle(connection -> connection
                .createQuery(
                        "select person_id, wrapped from person_key where person_id = any(:people) and wrapped is not null")
                .bind("people", missing)
                .map((row, context) -> {
                    UUID person = row.getObject("person_id", UUID.class);
                    return Map.entry(person, unwrap(person, row.getBytes("wrapped")));
                })
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
        unwrapped.putAll(loaded);
        return loaded;
    }

    private Aead unwrap(UUID person, byte[] wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, keyring.wrapping(), boundTo(person), AEAD)
                    .getPrimitive(AEAD, Aead.class);
        } catch (GeneralSecurityException wrongKeysetOrMovedRow) {
            throw new IllegalStateException(
                    "the key of person " + person + " cannot be unwrapped", wrongKeysetOrMovedRow);
        }
    }

    private static byte[] boundTo(UUID person) {
        return ("person_key:" + person).getBytes(StandardCharsets.UTF_8);
    }
}
