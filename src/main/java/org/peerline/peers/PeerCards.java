package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads peers' cards out of wider queries, without loading the aggregate. */
@ApplicationScoped
public class PeerCards {
    /** To select from {@code peer p}. */
    public static final String COLUMNS = "p.id as peer_id, p.display_name as peer_name, p.mobile_number as peer_number";

    private final PeerSealing sealing;

    PeerCards(PeerSealing sealing) {
        this.sealing = sealing;
    }

    public PeerCard read(ResultSet row) throws SQLException {
        UUID id = row.getObject("peer_id", UUID.class);
        byte[] displayName = row.getBytes("peer_name");
        byte[] mobileNumber = row.getBytes("peer_number");
        return new PeerCard(
                id, () -> sealing.displayName(id, displayName), () -> sealing.mobileNumber(id, mobileNumber));
    }
}
