package org.peerline.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.peerline.requests.RequesterCard.Part;

/** Reads requesters' cards out of wider queries, without loading the aggregate. */
@ApplicationScoped
public class RequesterCards {
    /** To select from {@code requester q}. */
    public static final String COLUMNS = "q.id as requester_id, q.name as requester_name,"
            + " q.contact_number as requester_number, q.job_role as requester_role,"
            + " q.neutral_wording as requester_neutral, q.language as requester_language";

    private final RequesterSealing sealing;

    RequesterCards(RequesterSealing sealing) {
        this.sealing = sealing;
    }

    public RequesterCard read(ResultSet row) throws SQLException {
        UUID id = row.getObject("requester_id", UUID.class);
        Map<Part, byte[]> sealed = new EnumMap<>(Part.class);
        sealed.put(Part.NAME, row.getBytes("requester_name"));
        sealed.put(Part.CONTACT_NUMBER, row.getBytes("requester_number"));
        sealed.put(Part.JOB_ROLE, row.getBytes("requester_role"));
        return new RequesterCard(
                id,
                row.getBoolean("requester_neutral"),
                row.getString("requester_language"),
                part -> sealing.open(id, column(part), sealed.get(part)));
    }

    private static String column(Part part) {
        return switch (part) {
            case NAME -> "name";
            case CONTACT_NUMBER -> "contact_number";
            case JOB_ROLE -> "job_role";
        };
    }
}
