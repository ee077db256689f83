package org.peerline.sms.optout;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.TimeSource;

/** Who wants no texts. Kept as keyed hashes only, for as long as the number has not opted in again. */
@ApplicationScoped
public class OptOuts {
    private final Jdbi jdbi;
    private final TimeSource time;

    OptOuts(Jdbi jdbi, TimeSource time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** How we learned of it. */
    public enum Via {
        TEXT,
        PROVIDER
    }

    /** True when the number had not opted out before; a newer wish is noted all the same. */
    public boolean optOut(String numberKey, Via via) {
        return jdbi.withHandle(handle -> handle.createQuery("insert into opt_out as o (number_key, since, via)"
                        + " values (:key, :now, :via) on conflict (number_key) do update"
                        + " set since = greatest(o.since, excluded.since) returning o.xmax = 0")
                .bind("key", numberKey)
                .bind("now", time.now())
                .bind("via", via.name())
                .mapTo(Boolean.class)
                .one());
    }

    /** The provider refused these texts because their recipients have opted out. */
    public void optOutRecipients(List<UUID> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("insert into opt_out (number_key, since, via)"
                        + " select distinct to_key, :now::timestamptz, :via from message where id = any(:messages)"
                        + " on conflict do nothing")
                .bind("now", time.now())
                .bind("via", Via.PROVIDER.name())
                .bind("messages", messages.toArray(UUID[]::new))
                .execute());
    }

    /** True when the number had opted out. */
    public boolean optIn(String numberKey) {
        return jdbi.withHandle(handle -> handle.execute("delete from opt_out where number_key = ?", numberKey)) == 1;
    }

    /** The same for a wish of which we hear late: one to stop that is newer stands. */
    public boolean optInLate(String numberKey, Instant written) {
        return jdbi.withHandle(handle ->
                        handle.execute("delete from opt_out where number_key = ? and since <= ?", numberKey, written))
                == 1;
    }

    public boolean isOptedOut(String numberKey) {
        return jdbi.withHandle(handle -> handle.select("select 1 from opt_out where number_key = ?", numberKey)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }
}
