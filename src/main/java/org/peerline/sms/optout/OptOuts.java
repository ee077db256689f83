package org.peerline.sms.optout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;

/**
 * Who wants no texts. Kept as keyed hashes only, for as long as the number has not opted in again. Wishes take effect in
 * the order in which they were said, not in the order in which we hear of them; where that is unsure, the one to stop
 * counts.
 */
@ApplicationScoped
public class OptOuts {
    /** The provider's clock is not ours, its times have whole seconds, and it waits so long for us to take a text in. */
    private static final Duration UNSURE = Duration.ofSeconds(15);

    // A moment that has not come yet was noted by a clock that was ahead, and proves nothing.
    private static final String STARTED_SINCE = """
            exists (select 1 from opt_in i where i.number_key = %s and i.since > %s and i.since <= :now)
            """;

    private static final String KEEP_NEWEST = " on conflict (number_key) do update"
            + " set since = greatest(least(o.since, cast(:now as timestamptz)), excluded.since)";

    private static final String OPT_OUT = "insert into opt_out as o (number_key, since, via)"
            + " select :key, cast(:said as timestamptz), :via where not "
            + STARTED_SINCE.formatted(":key", "cast(:sure as timestamptz)") + KEEP_NEWEST + " returning o.xmax = 0";

    // That they had opted out when the text was handed over is all that a refusal says.
    private static final String OPT_OUT_RECIPIENTS = "insert into opt_out as o (number_key, since, via)"
            + " select r.to_key, r.at, :via from (select to_key, max(least(coalesce(handed_at, :now), :now)) as at"
            + " from message where id = any(:messages) group by to_key order by to_key) r where not "
            + STARTED_SINCE.formatted("r.to_key", "r.at") + KEEP_NEWEST
            + " returning o.number_key, o.xmax = 0 as is_new";

    private static final String WHOSE = "select distinct on (to_key) id, to_party, to_person from message"
            + " where id = any(:messages) and to_key = any(:keys) and to_person is not null and to_party <> 'STRANGER' order by to_key, id";

    private static final String NOTE_START =
            "insert into opt_in as o (number_key, since) values (:key, :said)" + KEEP_NEWEST;

    private final Jdbi jdbi;
    private final TimeSource time;
    private final Audit audit;

    OptOuts(Jdbi jdbi, TimeSource time, Audit audit) {
        this.jdbi = jdbi;
        this.time = time;
        this.audit = audit;
    }

    /** How we learned of it. */
    public enum Via {
        TEXT,
        PROVIDER
    }

    /**
     * A wish to stop; it does nothing when the number has certainly wished to start again since.
     *
     * @param said when they wrote it, as far as we know
     * @param late that is a moment of the provider's
     * @return true when the number had not opted out before; a newer wish is noted all the same
     */
    public boolean optOut(String numberKey, Via via, Instant said, boolean late) {
        Instant now = time.now();
        Instant at = earlier(said, now);
        return jdbi.withHandle(handle -> {
            oneWishAtATime(handle, numberKey);
            return handle.createQuery(OPT_OUT)
                    .bind("key", numberKey)
                    .bind("said", at)
                    .bind("sure", late ? at.plus(UNSURE) : at)
                    .bind("via", via.name())
                    .bind("now", now)
                    .mapTo(Boolean.class)
                    .findFirst()
                    .orElse(false);
        });
    }

    /** The provider refused these texts because their recipients have opted out. */
    public void optOutRecipients(List<UUID> messages) {
        if (messages.isEmpty()) {
            return;
        }
        UUID[] ids = messages.toArray(UUID[]::new);
        jdbi.useHandle(handle -> {
            String[] learned = learned(handle, ids);
            if (learned.length > 0) {
                record(handle, ids, learned);
            }
        });
    }

    /** The keys of those of whom it was not known. */
    private String[] learned(Handle handle, UUID[] messages) {
        return handle
                .createQuery(OPT_OUT_RECIPIENTS)
                .bind("now", time.now())
                .bind("via", Via.PROVIDER.name())
                .bind("messages", messages)
                .map((row, context) -> row.getBoolean("is_new") ? row.getString("number_key") : "")
                .stream()
                .filter(key -> !key.isEmpty())
                .toArray(String[]::new);
    }

    /** What texts say is put on record where it is read; nobody reads what the provider learned by itself. */
    private void record(Handle handle, UUID[] messages, String[] learned) {
        handle.createQuery(WHOSE)
                .bind("messages", messages)
                .bind("keys", learned)
                .map((row, context) -> new Told(
                        row.getObject("id", UUID.class),
                        Party.valueOf(row.getString("to_party")),
                        row.getObject("to_person", UUID.class)))
                .forEach(told -> audit.record(
                        told.party() == Party.PEER ? Actor.peer(told.person()) : Actor.requester(told.person()),
                        "OPTED_OUT",
                        Subject.of(Subject.Kind.MESSAGE, told.message()),
                        Via.PROVIDER.name()));
    }

    /** Whom the refused text was for. */
    private record Told(UUID message, Party party, UUID person) {}

    /**
     * A wish to start again; one to stop that was said later stands. It is remembered for a while, because an earlier wish
     * to stop may still be on its way to us.
     *
     * @param said when they wrote it, as far as we know
     * @return true when the number had opted out and receives texts again
     */
    public boolean optIn(String numberKey, Instant said) {
        Instant now = time.now();
        Instant at = earlier(said, now);
        return jdbi.withHandle(handle -> {
            oneWishAtATime(handle, numberKey);
            handle.createUpdate(NOTE_START)
                    .bind("key", numberKey)
                    .bind("said", at)
                    .bind("now", now)
                    .execute();
            return handle.execute(
                            "delete from opt_out where number_key = ? and (since <= ? or since > ?)",
                            numberKey,
                            at,
                            now)
                    == 1;
        });
    }

    public boolean isOptedOut(String numberKey) {
        return jdbi.withHandle(handle -> handle.select("select 1 from opt_out where number_key = ?", numberKey)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }

    /** Two wishes that are heard at once must see each other. */
    private static void oneWishAtATime(Handle handle, String numberKey) {
        handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 3))", numberKey);
    }

    private static Instant earlier(Instant said, Instant now) {
        return said.isBefore(now) ? said : now;
    }
}
