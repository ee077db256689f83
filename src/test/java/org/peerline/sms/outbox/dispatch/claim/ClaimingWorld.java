package org.peerline.sms.outbox.dispatch.claim;

import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.peerline.core.Identifier;
import org.peerline.testkit.RestWorld;

/** Texts that are owed now, without words, because nobody reads them here. */
abstract class ClaimingWorld extends RestWorld {
    @Inject
    OutboxClaims claims;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void nothing_is_owed() {
        programme.reset();
    }

    final List<UUID> claimed() {
        return claims.claim(64).stream().map(Claimed::id).toList();
    }

    final void leaves(UUID text) {
        jdbi.useHandle(
                handle -> handle.execute("update message set status = 'SENT', sent_at = now() where id = ?", text));
    }

    final UUID owe(String kind, String from, String handset) {
        UUID id = Identifier.next();
        String now = programme.now().toString();
        jdbi.useHandle(handle -> handle.execute(
                "insert into message (id, kind, author, from_number, to_party, to_key, status, created_at, due_at,"
                        + " expires_at) values (?, ?, 'PEER', ?, 'REQUESTER', ?, 'QUEUED', ?::timestamptz,"
                        + " ?::timestamptz, ?::timestamptz + interval '1 day')",
                id,
                kind,
                from,
                handset,
                now,
                now,
                now));
        return id;
    }
}
