package org.peerline.access.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.AccessConfig;
import org.peerline.access.Role;
import org.peerline.access.RoleSet;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.Vault;

/** Gives each account of an issuer an id of ours, which is all that the audit and the log show. */
@ApplicationScoped
class StaffAccounts {
    private static final String PURPOSE = "staff_account";

    private final Jdbi jdbi;
    private final BlindIndex blindIndex;
    private final Vault vault;
    private final TimeSource time;
    private final Duration noteEvery;

    StaffAccounts(Jdbi jdbi, BlindIndex blindIndex, Vault vault, TimeSource time, AccessConfig config) {
        this.jdbi = jdbi;
        this.blindIndex = blindIndex;
        this.vault = vault;
        this.time = time;
        this.noteEvery = config.lastUseEvery();
    }

    UUID seen(String issuer, String account, Set<Role> roles) {
        UUID id = id(issuer, account);
        Instant now = time.now();
        jdbi.useHandle(handle -> handle.createUpdate("insert into staff_account as kept"
                        + " (id, issuer, account, roles, first_seen_at, last_seen_at)"
                        + " values (:id, :issuer, :account, :roles, :now, :now) on conflict (id) do update"
                        + " set last_seen_at = excluded.last_seen_at, roles = excluded.roles"
                        + " where kept.last_seen_at < :notedBefore or kept.roles <> excluded.roles")
                .bind("id", id)
                .bind("issuer", issuer)
                .bind("account", vault.sealForService(PURPOSE, id, account))
                .bind("roles", new RoleSet().convertToDatabaseColumn(roles))
                .bind("now", now)
                .bind("notedBefore", now.minus(noteEvery))
                .execute());
        return id;
    }

    /** The id alone: of somebody without a role here nothing is kept. */
    UUID id(String issuer, String account) {
        byte[] key = Base64.getUrlDecoder().decode(blindIndex.lasting("staff", issuer + '|' + account));
        var bytes = ByteBuffer.wrap(key);
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
