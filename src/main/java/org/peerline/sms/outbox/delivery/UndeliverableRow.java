package org.peerline.sms.outbox.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.Party;
import org.peerline.sms.SmsUndeliverable;

/** Reads the event out of a message row. */
public final class UndeliverableRow {
    public static final String COLUMNS =
            "m.id, m.kind, m.status, m.author, m.to_party, m.to_key, m.assignment_id, m.request_id, m.error_code";

    private UndeliverableRow() {}

    public static SmsUndeliverable read(ResultSet row) throws SQLException {
        return new SmsUndeliverable(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Optional.ofNullable(row.getString("author")).map(Party::valueOf),
                Optional.of(row.getString("to_party"))
                        .filter(to -> !to.equals("STRANGER"))
                        .map(Party::valueOf),
                row.getString("to_key"),
                Optional.ofNullable(row.getObject("assignment_id", UUID.class)),
                Optional.ofNullable(row.getObject("request_id", UUID.class)),
                Optional.ofNullable(row.getString("error_code")));
    }
}
