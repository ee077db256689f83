package org.peerline.conversation.reply;

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

/** When a handset was answered by the service itself; the count looks a day back. */
@ApplicationScoped
class AutomaticAnswerKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;

    AutomaticAnswerKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "When we answered a text of yours by ourselves";
    }

    @Override
    public Set<String> tables() {
        return Set.of("automatic_answer");
    }

    @Override
    public int place() {
        return 22;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select at from automatic_answer where number_key = any(:handsets) order by at")
                .bind("handsets", person.handsetKeys())
                .map((row, context) ->
                        new HeldRecord().with("answered", row.getTimestamp("at").toInstant()))
                .list());
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return Map.of(
                "automatic_answers",
                jdbi.withHandle(
                        handle -> handle.createUpdate("delete from automatic_answer where number_key = any(:handsets)")
                                .bind("handsets", person.handsetKeys())
                                .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.removes(
                RetentionClass.TRACES, "automatic_answers", "automatic_answer", "t.at < :before"));
    }
}
