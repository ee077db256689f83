package org.peerline.api.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.ServiceColumn;

/**
 * First answers to requests with a key, kept for a day. Which of them speak of somebody cannot be seen from outside, so
 * an erasure empties all of that day: a repeat then gets the status and the place without the body, and still has no
 * second effect.
 */
@ApplicationScoped
class StoredAnswersKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;

    StoredAnswersKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "Answers kept for a day, in case the sender asks again";
    }

    @Override
    public Set<String> tables() {
        return Set.of("idempotent_answer");
    }

    @Override
    public int place() {
        return 31;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        int kept = jdbi.withHandle(
                handle -> handle.select("select count(*) from idempotent_answer where answer is not null")
                        .mapTo(Integer.class)
                        .one());
        return kept == 0
                ? List.of()
                : List.of(new HeldRecord()
                        .with("note", "Sealed; they repeat what is said above and are removed within a day."));
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of(
                "stored_answers",
                jdbi.withHandle(handle ->
                        handle.execute("update idempotent_answer set answer = null where answer is not null")));
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(ServiceColumn.of("idempotent_answer", "answer", "idempotent_answer"));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.removes(
                RetentionClass.TRACES, "stored_answers", "idempotent_answer", "t.created_at < :before"));
    }
}
