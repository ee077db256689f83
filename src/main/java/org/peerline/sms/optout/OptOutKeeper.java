package org.peerline.sms.optout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

/**
 * That a number wants no texts outlives everything else about its owner: without it, it could not be honoured. When it
 * last wanted them again is kept only for as long as an older wish may still reach us.
 */
@ApplicationScoped
class OptOutKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;

    OptOutKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "That you want no texts from us";
    }

    @Override
    public Set<String> tables() {
        return Set.of("opt_out", "opt_in");
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> {
            var held = new ArrayList<>(handle.createQuery(
                            "select since, via from opt_out where number_key = any(:handsets)")
                    .bind("handsets", person.handsetKeys())
                    .map((row, context) -> new HeldRecord()
                            .with("since", row.getTimestamp("since").toInstant())
                            .with(
                                    "we learned it",
                                    row.getString("via").equals("TEXT")
                                            ? "from a text of yours"
                                            : "from the text provider"))
                    .list());
            handle.createQuery("select since from opt_in where number_key = any(:handsets)")
                    .bind("handsets", person.handsetKeys())
                    .map((row, context) -> new HeldRecord()
                            .with(
                                    "wanted texts again",
                                    row.getTimestamp("since").toInstant()))
                    .forEach(held::add);
            return held;
        });
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of(
                "wishes_to_start",
                jdbi.withHandle(handle -> handle.createUpdate("delete from opt_in where number_key = any(:handsets)")
                        .bind("handsets", person.handsetKeys())
                        .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        // As long as a text that was never understood may be tried again.
        return List.of(RetentionDuty.removes(RetentionClass.DETAILS, "wishes_to_start", "opt_in", "t.since < :before"));
    }
}
