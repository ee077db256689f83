package org.peerline.archive.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.TimeSource;

/** The receipts of sweeps, newest first. */
@ApplicationScoped
public class RetentionReceipts {
    private static final String COLUMNS = "id, started_at, finished_at, dry_run, counts::text as counts";

    private final Jdbi jdbi;
    private final TimeSource time;
    private final ObjectMapper json;

    RetentionReceipts(Jdbi jdbi, TimeSource time, ObjectMapper json) {
        this.jdbi = jdbi;
        this.time = time;
        this.json = json;
    }

    UUID begin(boolean dryRun) {
        UUID id = Identifier.next();
        jdbi.useHandle(handle -> handle.execute(
                "insert into retention_run (id, started_at, dry_run, counts) values (?, ?, ?, '{}')",
                id,
                time.now(),
                dryRun));
        return id;
    }

    /** In the transaction that did it: a sweep that is cut off has told what it did. */
    void add(UUID id, String name, int rows) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set counts = counts"
                        + " || jsonb_build_object(:name::text, coalesce((counts ->> :name)::bigint, 0) + :rows)"
                        + " where id = :id")
                .bind("name", name)
                .bind("rows", rows)
                .bind("id", id)
                .execute());
    }

    void keep(UUID id, SortedMap<String, Long> counts) {
        jdbi.useHandle(handle -> handle.createUpdate("update retention_run set counts = :counts::jsonb where id = :id")
                .bind("counts", written(counts))
                .bind("id", id)
                .execute());
    }

    void finish(UUID id) {
        jdbi.useHandle(
                handle -> handle.execute("update retention_run set finished_at = ? where id = ?", time.now(), id));
    }

    public Optional<RetentionReceipt> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.select("select " + COLUMNS + " from retention_run where id = ?", id)
                .map((row, context) -> receipt(row))
                .findFirst());
    }

    public List<RetentionReceipt> page(Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + " from retention_run"
                        + " where (:after::uuid is null or id < :after) order by id desc limit :limit")
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .map((row, context) -> receipt(row))
                .list());
    }

    private RetentionReceipt receipt(ResultSet row) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new RetentionReceipt(
                row.getObject("id", UUID.class),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getBoolean("dry_run"),
                read(row.getString("counts")));
    }

    private String written(SortedMap<String, Long> counts) {
        try {
            return json.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt could not be written", e);
        }
    }

    private SortedMap<String, Long> read(String counts) {
        try {
            return json.readValue(counts, new TypeReference<TreeMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt could not be read", e);
        }
    }
}
