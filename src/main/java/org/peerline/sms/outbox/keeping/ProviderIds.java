package org.peerline.sms.outbox.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;

/**
 * The provider's ids lead to what the provider still holds, numbers and words included. While a text may have to be
 * looked up there they are in clear; after that a keyed hash says that this id has been seen, and no more.
 */
@ApplicationScoped
class ProviderIds {
    private static final String HASHED = "k:";

    private final BlindIndex blindIndex;

    ProviderIds(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    RetentionDuty duty(String table, String over) {
        return new Duty(table, "t.provider_id is not null and t.provider_id not like 'k:%' and " + over);
    }

    private record Kept(String id, String provider) {}

    private final class Duty implements RetentionDuty {
        private final String table;
        private final String condition;

        Duty(String table, String condition) {
            this.table = table;
            this.condition = condition;
        }

        @Override
        public RetentionClass of() {
            return RetentionClass.WORDS;
        }

        @Override
        public String name() {
            return "provider_ids_of_" + table;
        }

        @Override
        public long due(Handle handle, Instant before) {
            return handle.createQuery("select count(*) from " + table + " t where " + condition)
                    .bind("before", before)
                    .mapTo(Long.class)
                    .one();
        }

        @Override
        public int sweep(Handle handle, Instant before, int most) {
            List<Kept> due = handle.createQuery("select t.id::text as id, t.provider_id from " + table + " t where "
                            + condition + " limit :most for update of t skip locked")
                    .bind("before", before)
                    .bind("most", most)
                    .map((row, context) -> new Kept(row.getString("id"), row.getString("provider_id")))
                    .list();
            var hashes = new ArrayList<String>(due.size());
            due.forEach(kept -> hashes.add(HASHED + blindIndex.of("provider", kept.provider())));
            handle.createUpdate("update " + table + " t set provider_id = new.hash"
                            + " from unnest(:ids::uuid[], :hashes) as new (id, hash) where t.id = new.id")
                    .bind("ids", due.stream().map(Kept::id).toArray(String[]::new))
                    .bind("hashes", hashes.toArray(String[]::new))
                    .execute();
            return due.size();
        }
    }
}
