package org.peerline.console.numbers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Which relay numbers a request has had. */
@ApplicationScoped
class NumbersOfRequests {
    private final Jdbi jdbi;

    NumbersOfRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Set<String> of(UUID request) {
        return jdbi.withHandle(
                handle -> handle.select("select relay_number from assignment where request_id = ?", request)
                        .mapTo(String.class)
                        .set());
    }
}
