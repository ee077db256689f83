package org.peerline.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The ids under which the audit speaks of a request: itself, whose it is, and its conversations, calls, texts and tasks. */
@ApplicationScoped
class TracesOfRequest {
    static final String IDS = """
            with parts as materialized (select id from assignment where request_id = :request)
            select id from support_request where id = :request
            union select requester_id from support_request where id = :request and requester_id is not null
            union select id from parts
            union select call.id from parts join call on call.assignment_id = parts.id
            union select message.id from parts join message on message.assignment_id = parts.id
            union select id from message where request_id = :request and assignment_id is null
            union select id from coordinator_task where request_id = :request
            """;

    private final Jdbi jdbi;

    TracesOfRequest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Set<UUID> of(UUID request) {
        return jdbi.withHandle(handle -> handle.createQuery(IDS)
                .bind("request", request)
                .mapTo(UUID.class)
                .set());
    }
}
