package org.peerline.console.pictures;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Writes down how requests went, with the moments that a test wants; all of one requester, who has come often. */
final class Courses {
    private final Jdbi jdbi;
    private final UUID peer;
    private final UUID requester;

    Courses(Jdbi jdbi, UUID peer) {
        this.jdbi = jdbi;
        this.peer = peer;
        requester = jdbi.withHandle(handle ->
                handle.select("select id from requester").mapTo(UUID.class).one());
    }

    static Instant at(String moment) {
        return Instant.parse(moment);
    }

    /** Who is closed when, or waits since they were opened. */
    UUID request(String opened, String closed) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("insert into support_request"
                        + " (id, version, created_at, reference, requester_id, number_key, opened_through, status, outcome,"
                        + " closed_at, waiting_since, waiting_reason, wish_same_peer, wish_musts, avoid_employer_keys,"
                        + " avoid_name_keys) values (:id, 0, :opened, :reference, :requester, :id::text, 'API', :status,"
                        + " :outcome, :closed::timestamptz, :waiting::timestamptz, :reason, false, '{}', '{}', '{}')")
                .bind("id", id)
                .bind("opened", at(opened))
                .bind("reference", id.toString().substring(0, 9))
                .bind("requester", requester)
                .bind("status", closed == null ? "WAITING" : "CLOSED")
                .bind("outcome", closed == null ? null : "COMPLETED")
                .bind("closed", closed)
                .bind("waiting", closed == null ? opened : null)
                .bind("reason", closed == null ? "ALL_AT_CAPACITY" : null)
                .execute());
        return id;
    }

    /** With the peer from, perhaps to, and what was written when; null for what has not happened. */
    void assigned(UUID request, String assigned, String text, String answer, String ended, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into assignment"
                        + " (id, version, request_id, requester_id, peer_id, relay_number, status, reasons, first_name_key,"
                        + " assigned_at, first_text_at, first_answer_at, ended_at, end_reason) values (gen_random_uuid(), 0,"
                        + " :request, :requester, :peer, '+447400100001', :status, '{}', 'key', :assigned,"
                        + " :text::timestamptz, :answer::timestamptz, :ended::timestamptz, :reason)")
                .bind("request", request)
                .bind("requester", requester)
                .bind("peer", peer)
                .bind("status", ended == null ? "OPEN" : "ENDED")
                .bind("assigned", at(assigned))
                .bind("text", text)
                .bind("answer", answer)
                .bind("ended", ended)
                .bind("reason", reason)
                .execute());
        if (ended == null) {
            jdbi.useHandle(handle -> handle.execute(
                    "update support_request set status = 'TALKING', waiting_since = null, waiting_reason = null,"
                            + " outcome = null, closed_at = null where id = ?",
                    request));
        }
    }
}
