package org.peerline.intake.dialogue;

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

/** What was answered on the way to a request by text; it goes by itself a day after the last text. */
@ApplicationScoped
class IntakeKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;
    private final Intakes intakes;

    IntakeKeeper(Jdbi jdbi, Intakes intakes) {
        this.jdbi = jdbi;
        this.intakes = intakes;
    }

    @Override
    public String heading() {
        return "Answers of yours that have not become a request";
    }

    @Override
    public Set<String> tables() {
        return Set.of("intake");
    }

    @Override
    public int place() {
        return 23;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select number_key, started_at, expires_at from intake where number_key = any(:handsets)")
                .bind("handsets", person.handsetKeys())
                .map((row, context) -> new HeldRecord()
                        .with("begun", row.getTimestamp("started_at").toInstant())
                        .with("kept until", row.getTimestamp("expires_at").toInstant())
                        .with(
                                "answers",
                                intakes.of(row.getString("number_key"))
                                        .map(intakes::said)
                                        .orElse(List.of())))
                .list());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        person.handsets().forEach(intakes::forget);
        return Map.of();
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(ServiceColumn.of("intake", "state", "intake.state"));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.removes(RetentionClass.TRACES, "intakes", "intake", "t.expires_at < :before"));
    }
}
