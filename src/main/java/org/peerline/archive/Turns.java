package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Subject;

/**
 * Whoever erases or holds somebody has them alone, to the end of the transaction: of two erasures the second finds nobody,
 * an erasure under way is waited for, and one that comes later finds the hold.
 */
@ApplicationScoped
public class Turns {
    private final Jdbi jdbi;

    Turns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Takes them in one order, so that two who want the same people never wait for each other. */
    public void take(List<Subject> people) {
        people.stream()
                .map(Subject::id)
                .sorted(Comparator.comparing(UUID::toString))
                .forEach(this::take);
    }

    private void take(UUID person) {
        jdbi.useHandle(handle -> handle.select("select 1 from person_key where person_id = ? for update", person)
                .mapTo(Integer.class)
                .findFirst());
    }
}
