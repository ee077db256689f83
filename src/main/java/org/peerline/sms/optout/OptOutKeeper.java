package org.peerline.sms.optout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;

/** That a number wants no texts outlives everything else about its owner: without it, it could not be honoured. */
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
        return Set.of("opt_out");
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
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
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of();
    }
}
