package org.peerline.archive.encryption;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.StartupRefused;
import org.peerline.privacy.IndexKeys;

/**
 * Hashes every key of the blind index once more, with keys that the keyset has and the database does not know yet: in one
 * transaction, while nobody else is connected, because a look-up by a former key would find nobody. Nothing has to be
 * opened for it, so it reaches what is left as a hash only: opt-outs, ids of received texts, numbers that rest.
 */
public final class Reindex {
    private static final int BATCH = 5000;

    private final Jdbi jdbi;

    public Reindex(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws StartupRefused when somebody else is connected to the database */
    public void alone() {
        jdbi.useHandle(Reindex::alone);
    }

    /** Whether the keyset has a key that the database does not know yet. */
    public boolean isDue(IndexKeys keys) {
        return jdbi.withHandle(handle -> known(handle, keys)) < keys.count();
    }

    /** Returns how many keys were hashed. */
    public long run(IndexKeys keys) {
        return jdbi.inTransaction(handle -> {
            alone(handle);
            handle.execute("lock table index_proof, "
                    + IndexColumn.ALL.stream()
                            .map(IndexColumn::table)
                            .distinct()
                            .collect(Collectors.joining(", "))
                    + " in access exclusive mode");
            alone(handle);
            int known = known(handle, keys);
            long hashed = known == keys.count() ? 0 : rehash(handle, keys, known);
            handle.execute("update index_proof set proof = ? where id = 1", keys.proof());
            return hashed;
        });
    }

    private static long rehash(Handle handle, IndexKeys keys, int known) {
        handle.execute("create temporary table rekeyed (former text primary key, next text) on commit drop");
        IndexColumn.ALL.forEach(column -> handle.execute(column.collecting()));
        long hashed = 0;
        List<String> next = page(handle, "");
        while (!next.isEmpty()) {
            hash(handle, keys, known, next);
            hashed += next.size();
            next = page(handle, next.get(next.size() - 1));
        }
        handle.execute("analyze rekeyed");
        // Codes are good for ten minutes, and are not found by what is stored of them.
        handle.execute("delete from sign_in_code");
        IndexColumn.ALL.forEach(column -> handle.execute(column.replacing()));
        return hashed;
    }

    private static List<String> page(Handle handle, String after) {
        return handle.createQuery("select former from rekeyed where former > :after collate \"C\""
                        + " order by former collate \"C\" limit :most")
                .bind("after", after)
                .bind("most", BATCH)
                .mapTo(String.class)
                .list();
    }

    private static void hash(Handle handle, IndexKeys keys, int known, List<String> former) {
        var next = new ArrayList<String>(former.size());
        former.forEach(key -> next.add(keys.over(key, known)));
        handle.createUpdate("update rekeyed r set next = n.next from unnest(:former, :next) as n (former, next)"
                        + " where r.former = n.former")
                .bind("former", former.toArray(String[]::new))
                .bind("next", next.toArray(String[]::new))
                .execute();
    }

    /** How many of the keys, from the first on, the database was written with. */
    private static int known(Handle handle, IndexKeys keys) {
        String kept = handle.select("select proof from index_proof where id = 1")
                .mapTo(String.class)
                .findFirst()
                .orElseThrow(() -> new StartupRefused("Start the service once first."));
        return IntStream.rangeClosed(1, keys.count())
                .filter(count -> kept.equals(keys.first(count).proof()))
                .findFirst()
                .orElseThrow(() -> new StartupRefused(
                        "The index half of the keyset is not the one that this database was written with."));
    }

    private static void alone(Handle handle) {
        int others = handle.select("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and backend_type = 'client backend'")
                .mapTo(Integer.class)
                .one();
        if (others > 0) {
            throw new StartupRefused(others + " other connections to the database are open: stop every copy of the"
                    + " service, and whatever else reads it, first.");
        }
    }
}
