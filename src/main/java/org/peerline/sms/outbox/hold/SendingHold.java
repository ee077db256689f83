package org.peerline.sms.outbox.hold;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * Nothing goes out from one of our numbers, or to the provider at all, but one text at a time that tries whether it can.
 *
 * @param scope the number, or {@link #PROVIDER}
 * @param code why: the provider's code or a word of ours
 * @param probes how many tries have failed
 */
public record SendingHold(UUID id, String scope, String code, Instant since, Instant probeAt, int probes) {
    public static final String PROVIDER = "PROVIDER";

    static final String COLUMNS = "id, scope, code, since, probe_at, probes";

    public boolean isOfProvider() {
        return scope.equals(PROVIDER);
    }

    static SendingHold read(ResultSet row) throws SQLException {
        return new SendingHold(
                row.getObject("id", UUID.class),
                row.getString("scope"),
                row.getString("code"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("probe_at").toInstant(),
                row.getInt("probes"));
    }
}
