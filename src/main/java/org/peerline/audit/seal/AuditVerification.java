package org.peerline.audit.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.AuditEvent;

/** Reads the whole audit again, block by block, and says whether it is still what was sealed. */
@ApplicationScoped
public class AuditVerification {
    /** As PostgreSQL orders ids: byte by byte, which is the order of their text. */
    static final Comparator<AuditEvent> IN_ORDER =
            Comparator.comparing(event -> event.id().toString());

    // Entries that no block holds although the blocks have passed them: written in later, with an old transaction.
    private static final String SLIPPED_IN = """
            select count(*) from audit_event e
            where e.transaction < (select before_transaction from audit_block order by number desc limit 1)
              and not exists (select 1 from audit_sealed s where s.event_id = e.id)
            """;

    // Entries that are said to be in a block that is not there.
    private static final String IN_NO_BLOCK = """
            select count(*) from audit_sealed s where not exists (select 1 from audit_block b where b.number = s.block)
            """;
    private static final String NOT_YET = """
            select count(*) from audit_event e
            where not exists (select 1 from audit_sealed s where s.event_id = e.id)
            """;

    private final Jdbi jdbi;

    AuditVerification(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What was found.
     *
     * @param firstBroken the first block that is not what was sealed; empty when all are
     * @param slippedIn entries that were written behind the seal
     * @param notYet entries that no seal covers yet
     * @param head hash of the last block, in hex: kept elsewhere, it proves that the end was not cut off
     */
    public record Result(
            long blocks, long events, Optional<Long> firstBroken, long slippedIn, long notYet, String head) {
        public boolean holds() {
            return firstBroken.isEmpty() && slippedIn == 0;
        }
    }

    public Result verify() {
        return jdbi.withHandle(AuditVerification::verify);
    }

    /** The same for a command, with a connection of its own. */
    public static Result verify(Handle handle) {
        List<Block> blocks = handle.createQuery(
                        "select number, events, previous_hash, hash from audit_block order by number")
                .map((row, context) -> new Block(
                        row.getLong("number"),
                        row.getLong("events"),
                        row.getBytes("previous_hash"),
                        row.getBytes("hash")))
                .list();
        long events = 0;
        long expected = 1;
        byte[] previous = AuditChain.beginning();
        Optional<Long> broken = Optional.empty();
        for (Block block : blocks) {
            if (block.number != expected++ || !holds(handle, block, previous)) {
                broken = Optional.of(block.number);
                break;
            }
            previous = block.hash;
            events += block.events;
        }
        long behind = count(handle, SLIPPED_IN);
        return new Result(
                blocks.size(),
                events,
                broken,
                behind + count(handle, IN_NO_BLOCK),
                count(handle, NOT_YET) - behind,
                HexFormat.of().formatHex(previous));
    }

    private static boolean holds(Handle handle, Block block, byte[] previous) {
        var chain = new AuditChain(block.number, previous);
        handle.createQuery(
                        "select " + AuditEvent.COLUMNS + " from audit_sealed s join audit_event e on e.id = s.event_id"
                                + " where s.block = :block order by e.id")
                .bind("block", block.number)
                .map((row, context) -> AuditEvent.of(row))
                .forEach(chain::add);
        return Arrays.equals(previous, block.previous)
                && chain.events() == block.events
                && Arrays.equals(chain.hash(), block.hash);
    }

    private static long count(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).one();
    }

    private record Block(long number, long events, byte[] previous, byte[] hash) {}
}
