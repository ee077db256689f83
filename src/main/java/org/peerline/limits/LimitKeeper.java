package org.peerline.limits;

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

/** How much of an allowance a handset has used, for as long as it counts. */
@ApplicationScoped
class LimitKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;

    LimitKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "How often your number has been used lately";
    }

    @Override
    public Set<String> tables() {
        return Set.of("rate_limit");
    }

    @Override
    public int place() {
        return 41;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select name, whole_at from rate_limit where key = any(:handsets) order by name")
                .bind("handsets", person.handsetKeys())
                .map((row, context) -> new HeldRecord()
                        .with("limit", row.getString("name"))
                        .with("counts until", row.getTimestamp("whole_at").toInstant()))
                .list());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of(
                "allowances",
                jdbi.withHandle(handle -> handle.createUpdate("delete from rate_limit where key = any(:handsets)")
                        .bind("handsets", person.handsetKeys())
                        .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(
                RetentionDuty.removes(RetentionClass.TRACES, "allowances", "rate_limit", "t.whole_at < :before"));
    }
}
