package org.peerline.intake.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;
import org.peerline.privacy.Vault;
import org.peerline.sms.outbox.Messages;

/** The intakes under way, sealed; forgotten, with the texts to the handset, when nothing has come for a day. */
@ApplicationScoped
class Intakes implements DueWork {
    private static final String PURPOSE = "intake.state";
    private static final String SAVE = """
            insert into intake (id, number_key, state, started_at, expires_at)
            values (:id, :key, :state, :now, :expires)
            on conflict (number_key) do update
            set id = excluded.id, state = excluded.state, expires_at = excluded.expires_at,
                started_at = case when intake.id = excluded.id then intake.started_at else excluded.started_at end
            """;
    private static final String FORGET = """
            delete from intake where number_key in (select number_key from intake where expires_at <= :now
            order by expires_at limit 100 for update skip locked) returning number_key
            """;

    private final Jdbi jdbi;
    private final Vault vault;
    private final Messages messages;
    private final ObjectMapper json;
    private final TimeSource time;
    private final KeptAnswers kept;

    Intakes(Jdbi jdbi, Vault vault, Messages messages, ObjectMapper json, TimeSource time, KeptAnswers kept) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.messages = messages;
        this.json = json;
        this.time = time;
        this.kept = kept;
    }

    /** Lets one text of a handset be read after the other, until the transaction ends. */
    void waitForOthersOf(String numberKey) {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", numberKey));
    }

    /** The intake that is under way on this handset. */
    Optional<IntakeState> of(String numberKey) {
        return jdbi.withHandle(handle -> handle.select(
                        "select id, state from intake where number_key = ? and state is not null and expires_at > ?",
                        numberKey,
                        time.now())
                .map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return read(vault.openForService(PURPOSE, id, row.getBytes("state")));
                })
                .findFirst());
    }

    void keep(String numberKey, IntakeState state) {
        save(numberKey, state.id(), vault.sealForService(PURPOSE, state.id(), write(state)));
    }

    /** It has become a request: the answers go at once, what was texted to the handset with the row. */
    void finished(String numberKey, IntakeState state) {
        save(numberKey, state.id(), null);
    }

    /** Nothing of it is kept. */
    void forget(String numberKey) {
        if (jdbi.withHandle(handle -> handle.execute("delete from intake where number_key = ?", numberKey)) > 0) {
            messages.forgetStranger(numberKey);
        }
    }

    @Override
    public int runDue() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var keys = jdbi.withHandle(handle -> handle.createQuery(FORGET)
                    .bind("now", time.now())
                    .mapTo(String.class)
                    .list());
            keys.forEach(messages::forgetStranger);
            return keys.size();
        });
    }

    @Override
    public Optional<Instant> nextDue() {
        return jdbi.withHandle(handle -> handle.select("select min(expires_at) from intake")
                .mapTo(Instant.class)
                .findFirst());
    }

    private void save(String numberKey, UUID id, byte[] sealed) {
        var now = time.now();
        jdbi.useHandle(handle -> handle.createUpdate(SAVE)
                .bind("id", id)
                .bind("key", numberKey)
                .bind("state", sealed)
                .bind("now", now)
                .bind("expires", now.plus(kept.length()))
                .execute());
    }

    /** The answers so far, for the person's own eyes. */
    /** What was answered, line by line, for the person's own eyes. */
    List<String> said(IntakeState state) {
        var lines = new ArrayList<String>();
        try {
            lines("", json.readTree(write(state)).path("draft"), lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an intake could not be read");
        }
        return lines;
    }

    private static void lines(String name, JsonNode said, List<String> lines) {
        if (said.isValueNode() && !said.isNull()) {
            lines.add((name + ": " + said.asText()).strip());
        }
        said.properties().forEach(field -> lines((name + " " + field.getKey()).strip(), field.getValue(), lines));
        if (said.isArray()) {
            said.forEach(element -> lines(name, element, lines));
        }
    }

    private String write(IntakeState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an intake could not be written");
        }
    }

    private IntakeState read(String written) {
        try {
            return json.readValue(written, IntakeState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an intake could not be read");
        }
    }
}
