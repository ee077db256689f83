package org.peerline.archive.erasure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.Identifier;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.Keyring;

/** The receipts of erasures, oldest first: whom to erase again after a back-up from before was restored. */
@ApplicationScoped
public class Erasures {
    private static final String COLUMNS =
            "id, person_kind, person_id, at, reason, removed::text as removed, wrapping_keys, keys_gone_at";

    private final Jdbi jdbi;
    private final Keyring keyring;
    private final TimeSource time;
    private final ObjectMapper json;

    Erasures(Jdbi jdbi, Keyring keyring, TimeSource time, ObjectMapper json) {
        this.jdbi = jdbi;
        this.keyring = keyring;
        this.time = time;
        this.json = json;
    }

    Erasure keep(Subject person, Actor by, String reason, SortedMap<String, Integer> removed) {
        var made = new Erasure(
                Identifier.next(), person, time.now(), reason, removed, keyring.wrappingKeyIds(), Optional.empty());
        jdbi.useHandle(handle -> handle.createUpdate("insert into erasure"
                        + " (id, person_kind, person_id, at, actor_kind, actor_id, reason, removed, wrapping_keys)"
                        + " values (:id, :kind, :person, :at, :actorKind, :actor, :reason, :removed::jsonb, :keys)")
                .bind("id", made.id())
                .bind("kind", person.kind().name())
                .bind("person", person.id())
                .bind("at", made.at())
                .bind("actorKind", by.kind().name())
                .bind("actor", by.id())
                .bind("reason", reason)
                .bind("removed", written(removed))
                .bind("keys", array(made.wrappingKeys()))
                .execute());
        return made;
    }

    public List<Erasure> page(Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from erasure"
                        + " where (:after::uuid is null or id > :after) order by id limit :limit")
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> erasure(row))
                .list());
    }

    /** How many a key in the keyset could still undo, together with a back-up from before. */
    public long inBackUps() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from erasure where keys_gone_at is null")
                .mapTo(Long.class)
                .one());
    }

    /** Notes of which erasures no key is left that could undo them. */
    int noteKeysGone(Set<Integer> present) {
        return jdbi.withHandle(handle -> {
            // What was erased before keys were noted: those of today may have been there then.
            handle.createUpdate("update erasure set wrapping_keys = :present where wrapping_keys is null")
                    .bind("present", array(present))
                    .execute();
            return handle.createUpdate("update erasure set keys_gone_at = :now where keys_gone_at is null"
                            + " and not wrapping_keys && :present::int[]")
                    .bind("now", time.now())
                    .bind("present", array(present))
                    .execute();
        });
    }

    private static Integer[] array(Collection<Integer> keys) {
        return keys.stream().sorted().toArray(Integer[]::new);
    }

    private Erasure erasure(ResultSet row) throws SQLException {
        Timestamp gone = row.getTimestamp("keys_gone_at");
        Array keys = row.getArray("wrapping_keys");
        return new Erasure(
                row.getObject("id", UUID.class),
                Subject.of(Subject.Kind.valueOf(row.getString("person_kind")), row.getObject("person_id", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                read(row.getString("removed")),
                keys == null ? Set.of() : Set.of((Integer[]) keys.getArray()),
                Optional.ofNullable(gone).map(Timestamp::toInstant));
    }

    private String written(SortedMap<String, Integer> removed) {
        try {
            return json.writeValueAsString(removed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt could not be written", e);
        }
    }

    private SortedMap<String, Integer> read(String removed) {
        try {
            return json.readValue(removed, new TypeReference<TreeMap<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt could not be read", e);
        }
    }
}
