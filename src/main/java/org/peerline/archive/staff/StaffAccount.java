package org.peerline.archive.staff;

import java.time.Instant;
import java.util.UUID;

/**
 * A member of staff who came by the organisation's own sign-in.
 *
 * @param id which the audit has
 * @param account their name at the issuer
 */
public record StaffAccount(
        UUID id, String issuer, String account, String roles, Instant firstSeenAt, Instant lastSeenAt) {
    @Override
    public String toString() {
        return "StaffAccount[" + id + "]";
    }
}
