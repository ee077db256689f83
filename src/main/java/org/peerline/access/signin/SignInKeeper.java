package org.peerline.access.signin;

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

/** When somebody signed in, and the codes that their handset was sent. Neither holds more than times and hashes. */
@ApplicationScoped
class SignInKeeper implements PersonalDataKeeper {
    private static final String SESSIONS = "select s.created_at, s.last_seen_at, s.expires_at, s.ended_at,"
            + " exists (select 1 from browser_session b where b.session_id = s.id) as pages"
            + " from session s where s.peer_id = ? order by s.id";

    private static final String CODES = "select created_at, expires_at, attempts, used_at from sign_in_code"
            + " where peer_id = :person or number_index = any(:handsets) order by created_at";

    private final Jdbi jdbi;

    SignInKeeper(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String heading() {
        return "When you signed in";
    }

    @Override
    public Set<String> tables() {
        return Set.of("session", "browser_session", "sign_in_code");
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return jdbi.withHandle(handle -> {
            var held = new ArrayList<>(handle.select(SESSIONS, person.id())
                    .map((row, context) -> new HeldRecord()
                            .with("signed in", row.getTimestamp("created_at"))
                            .with("last seen", row.getTimestamp("last_seen_at"))
                            .with("at most until", row.getTimestamp("expires_at"))
                            .with("signed out", row.getTimestamp("ended_at"))
                            .with("at the pages, too", row.getBoolean("pages")))
                    .list());
            handle.createQuery(CODES)
                    .bind("person", person.id())
                    .bind("handsets", person.handsetKeys())
                    .map((row, context) -> new HeldRecord()
                            .with("code sent", row.getTimestamp("created_at"))
                            .with("good until", row.getTimestamp("expires_at"))
                            .with("tried", row.getInt("attempts"))
                            .with("used", row.getTimestamp("used_at")))
                    .forEach(held::add);
            return held;
        });
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        return jdbi.withHandle(handle -> Map.of(
                "sessions", handle.execute("delete from session where peer_id = ?", person.id()),
                "sign_in_codes",
                        handle.createUpdate("delete from sign_in_code where peer_id = :person"
                                        + " or number_index = any(:handsets)")
                                .bind("person", person.id())
                                .bind("handsets", person.handsetKeys())
                                .execute()));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(
                RetentionDuty.removes(RetentionClass.TRACES, "sessions", "session", "t.expires_at < :before"),
                // A peer's go with the session that opened them; here are those of keys.
                RetentionDuty.removes(
                        RetentionClass.TRACES, "browser_sessions", "browser_session", "t.expires_at < :before"),
                RetentionDuty.removes(
                        RetentionClass.TRACES, "sign_in_codes", "sign_in_code", "t.created_at < :before"));
    }
}
