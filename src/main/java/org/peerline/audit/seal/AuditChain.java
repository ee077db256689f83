package org.peerline.audit.seal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.peerline.audit.AuditEvent;

/**
 * The hash of one block: SHA-256 over the hash before it, its number, and every field of every entry in order of id.
 * Each field has its length in front, so that no two different entries are written alike.
 */
final class AuditChain {
    static final int LENGTH = 32;

    private final MessageDigest digest;
    private long events;

    AuditChain(long number, byte[] previousHash) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update(previousHash);
        digest.update(written(out -> out.writeLong(number)));
    }

    /** What the first block follows. */
    static byte[] beginning() {
        return new byte[LENGTH];
    }

    void add(AuditEvent event) {
        events++;
        digest.update(written(out -> {
            id(out, event.id());
            moment(out, event.at());
            text(out, event.actorKind());
            id(out, event.actorId());
            text(out, event.actorRoles());
            text(out, event.action());
            text(out, event.subjectKind());
            id(out, event.subjectId());
            text(out, event.detail());
            text(out, event.purpose());
        }));
    }

    long events() {
        return events;
    }

    byte[] hash() {
        return digest.digest();
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void id(DataOutputStream out, UUID id) throws IOException {
        text(out, id == null ? null : id.toString());
    }

    /** PostgreSQL keeps microseconds. */
    private static void moment(DataOutputStream out, Instant at) throws IOException {
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
