package org.peerline.console.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What a query of the first screen finds.
 *
 * @param reference of the request; null where there is none
 * @param detail a code such as why somebody waits
 * @param again whether a text may be sent again; false for anything else
 */
record LaneRow(String reference, Instant since, String detail, boolean again, UUID id) {
    static final RowMapper<LaneRow> MAPPER = (row, context) -> read(row);

    private static LaneRow read(ResultSet row) throws SQLException {
        return new LaneRow(
                row.getString("reference"),
                row.getTimestamp("since").toInstant(),
                row.getString("detail"),
                row.getBoolean("again"),
                row.getObject("id", UUID.class));
    }

    String written() {
        return reference == null ? "" : reference;
    }

    String page() {
        return "/console/requests/" + reference;
    }
}
