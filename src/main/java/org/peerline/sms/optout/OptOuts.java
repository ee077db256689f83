package org.peerline.sms.optout;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** True when the number had not opted out before. */
    public boolean optOut(String numberKey, Via via) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into opt_out (number_key, since, via) values (?, ?, ?) on conflict do nothing",
                        numberKey,
                        time.now(),
                        via.name()))
                == 1;
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

    public boolean isOptedOut(String numberKey) {
        return jdbi.withHandle(handle -> handle.select("select 1 from opt_out where number_key = ?", numberKey)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }
}
