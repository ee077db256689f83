package org.peerline.sms.outbox.keeping;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.sms.outbox.gateway.ProviderIds;

/** Hashes the ids of the provider's that versions before kept in clear. */
@ApplicationScoped
class ClearProviderIds {
    private final ProviderIds providerIds;

    ClearProviderIds(ProviderIds providerIds) {
        this.providerIds = providerIds;
    }

    RetentionDuty duty(String table) {
        return new Duty(table, "t.provider_id is not null and t.provider_id not like 'k:%'");
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
            return RetentionClass.TRACES;
        }

        @Override
        public String name() {
            return "provider_ids_of_" + table;
        }

        @Override
        public int sweep(Handle handle, Instant before, int most) {
            List<Kept> due = handle.createQuery("select t.id::text as id, t.provider_id from " + table + " t where "
                            + condition + " limit :most for update of t skip locked")
                    .bind("most", most)
                    .map((row, context) -> new Kept(row.getString("id"), row.getString("provider_id")))
                    .list();
            var hashes = new ArrayList<String>(due.size());
            due.forEach(kept -> hashes.add(providerIds.kept(kept.provider())));
            handle.createUpdate("update " + table + " t set provider_id = new.hash"
                            + " from unnest(:ids::uuid[], :hashes) as new (id, hash) where t.id = new.id")
                    .bind("ids", due.stream().map(Kept::id).toArray(String[]::new))
                    .bind("hashes", hashes.toArray(String[]::new))
                    .execute();
            return due.size();
        }
    }
}
