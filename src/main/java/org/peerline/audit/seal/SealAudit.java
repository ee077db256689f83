package org.peerline.audit.seal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.AuditEvent;
import org.peerline.core.DueWork;
import org.peerline.core.TimeSource;

/**
 * Chains the audit a little behind its writing, so that nobody who writes waits for a lock. One copy of the service seals
 * at a time; it takes only entries of transactions that are over for good, so no entry can come in behind it.
 */
@ApplicationScoped
public class SealAudit implements DueWork {
    private static final int BATCH = 5000;

    // After a restore into a new cluster its transactions count from the beginning again; what came with the back-up
    // has
    // numbers from the future, and is sealed first.
    private static final String PENDING = """
            select %s from audit_event e
            where %s and not exists (select 1 from audit_sealed s where s.event_id = e.id)
            order by e.transaction, e.id limit %d
            """;
    private static final String OVER = "e.transaction >= :from::text::xid8 and e.transaction < :to::text::xid8";
    private static final String FROM_ELSEWHERE = "e.transaction >= :to::text::xid8";

    private final Jdbi jdbi;
    private final TimeSource time;
    private final Duration every;
    private volatile Instant last = Instant.EPOCH;

    SealAudit(
            Jdbi jdbi,
            TimeSource time,
            @ConfigProperty(name = "peerline.clock.audit-seal", defaultValue = "PT10S") Duration every) {
        this.jdbi = jdbi;
        this.time = time;
        this.every = every;
    }

    /**
     * The end of the chain so far.
     *
     * @param from the first transaction that it may lack
     * @param to the first one that may still be running, read before anything else: all before it are seen
     * @param elsewhere the data was restored into a new cluster, and is not through yet
     */
    private record Head(long number, byte[] hash, String from, String to, boolean elsewhere) {}

    /** Seals what is due. It is never told as work done, because nothing else may wait for it. */
    @Override
    public int runDue() {
        Instant now = time.now();
        if (Duration.between(last, now).abs().compareTo(every) >= 0) {
            last = now;
            sealAll();
        }
        return 0;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Seals everything whose transaction is over. */
    public void sealAll() {
        while (QuarkusTransaction.requiringNew().call(this::sealOne)) {
            // A batch is a block.
        }
    }

    /** True when there may be more. */
    private boolean sealOne() {
        return jdbi.withHandle(handle -> {
            boolean mine = handle.select("select pg_try_advisory_xact_lock(hashtextextended('audit seal', 2))")
                    .mapTo(Boolean.class)
                    .one();
            return mine && seal(handle);
        });
    }

    private boolean seal(Handle handle) {
        Head head = head(handle);
        var asked = handle.createQuery(
                        PENDING.formatted(AuditEvent.COLUMNS, head.elsewhere() ? FROM_ELSEWHERE : OVER, BATCH))
                .bind("to", head.to());
        List<AuditEvent> pending = (head.elsewhere() ? asked : asked.bind("from", head.from()))
                .map((row, context) -> AuditEvent.of(row))
                .list();
        if (pending.isEmpty() && !head.elsewhere()) {
            return false;
        }
        // While a batch is full the mark stays, because the next one may begin within the same transaction.
        boolean more = pending.size() == BATCH;
        String next = head.elsewhere() ? "0" : head.to();
        keep(handle, head, pending, more ? head.from() : next);
        return more || head.elsewhere();
    }

    private static Head head(Handle handle) {
        return handle.createQuery("""
                        with now as (select pg_current_snapshot() as snapshot)
                        select coalesce(b.number, 0) as number, b.hash, coalesce(b.before_transaction, '0')::text as "from",
                               case when b.before_transaction > pg_snapshot_xmax(snapshot)
                                    then pg_snapshot_xmax(snapshot) else pg_snapshot_xmin(snapshot) end::text as "to",
                               coalesce(b.before_transaction > pg_snapshot_xmax(snapshot), false) as elsewhere
                        from now left join lateral (select * from audit_block order by number desc limit 1) b on true
                        """)
                .map((row, context) -> new Head(
                        row.getLong("number"),
                        row.getBytes("hash") == null ? AuditChain.beginning() : row.getBytes("hash"),
                        row.getString("from"),
                        row.getString("to"),
                        row.getBoolean("elsewhere")))
                .one();
    }

    private void keep(Handle handle, Head head, List<AuditEvent> events, String before) {
        long number = head.number() + 1;
        var chain = new AuditChain(number, head.hash());
        events.stream().sorted(AuditVerification.IN_ORDER).forEach(chain::add);
        handle.createUpdate("insert into audit_block"
                        + " (number, before_transaction, events, sealed_at, previous_hash, hash)"
                        + " values (:number, :before::text::xid8, :events, :now, :previous, :hash)")
                .bind("number", number)
                .bind("before", before)
                .bind("events", chain.events())
                .bind("now", time.now())
                .bind("previous", head.hash())
                .bind("hash", chain.hash())
                .execute();
        handle.createUpdate("insert into audit_sealed (event_id, block) select id, :number from unnest(:ids) as t (id)")
                .bind("number", number)
                .bind("ids", events.stream().map(AuditEvent::id).toArray(UUID[]::new))
                .execute();
    }
}
