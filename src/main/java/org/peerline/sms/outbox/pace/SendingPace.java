package org.peerline.sms.outbox.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.peerline.core.StartupRefused;
import org.peerline.sms.SmsGateway;

/** Keeps each of our numbers to its pace, whichever replica sends. */
@ApplicationScoped
public class SendingPace {
    // In the order of the numbers, so that replicas that claim at once wait for each other and never in a circle.
    private static final String LOCK = """
            insert into sender_pace (number, free_at) select number, :now from unnest(:numbers) as n (number) order by number
            on conflict (number) do update set free_at = sender_pace.free_at
            returning number, free_at
            """;
    private static final String KEEP = """
            update sender_pace p set free_at = n.free_at
            from unnest(:numbers, :freeAts::timestamptz[]) as n (number, free_at) where p.number = n.number
            """;

    private final PacePlan plan;

    /**
     * A text that could be claimed now, were it not for the pace.
     *
     * @param urgent somebody in danger waits for it, which no pace makes them do
     */
    public record Waiting(UUID id, String number, int segments, boolean urgent) {}

    @Inject
    SendingPace(PaceConfig config, SmsGateway gateway) {
        if (config.segmentsPerSecond() < 0 || config.handOverAhead().isNegative()) {
            throw new StartupRefused(
                    "PEERLINE_SMS_SEGMENTS_PER_SECOND and PEERLINE_SMS_HAND_OVER_AHEAD must not be negative.");
        }
        plan = new PacePlan(gateway.isSimulated() ? 0 : config.segmentsPerSecond(), config.handOverAhead());
    }

    SendingPace(PacePlan plan) {
        this.plan = plan;
    }

    public boolean isSet() {
        return plan.isSet();
    }

    /** A number that is free later than this has to wait. */
    public Instant freeBy(Instant now) {
        return now.plus(plan.ahead());
    }

    /** A number that is free even later has not been paced but had its clock put back. */
    public Instant impossibleAfter(Instant now) {
        return plan.impossibleAfter(now);
    }

    /** Chooses, in their order, the texts that may go now, in the caller's transaction; the others stay as they are. */
    public List<UUID> admit(Handle handle, List<Waiting> waiting, Instant now, int most) {
        var chosen = new ArrayList<UUID>();
        if (waiting.isEmpty()) {
            return chosen;
        }
        Map<String, Instant> freeAts = lock(handle, waiting, now);
        for (Waiting text : waiting) {
            Instant freeAt = freeAts.get(text.number());
            boolean inPace = plan.mayHandOver(freeAt, now);
            if (text.urgent() || (chosen.size() < most && inPace)) {
                chosen.add(text.id());
                if (inPace) {
                    freeAts.put(text.number(), plan.after(freeAt, now, text.segments()));
                }
            }
        }
        handle.createUpdate(KEEP)
                .bind("numbers", freeAts.keySet().toArray(String[]::new))
                .bind(
                        "freeAts",
                        freeAts.values().stream().map(Instant::toString).toArray(String[]::new))
                .execute();
        return chosen;
    }

    private static Map<String, Instant> lock(Handle handle, List<Waiting> waiting, Instant now) {
        var freeAts = new TreeMap<String, Instant>();
        handle.createQuery(LOCK)
                .bind("now", now)
                .bind(
                        "numbers",
                        waiting.stream().map(Waiting::number).distinct().toArray(String[]::new))
                .map((row, context) -> Map.entry(
                        row.getString("number"), row.getTimestamp("free_at").toInstant()))
                .forEach(entry -> freeAts.put(entry.getKey(), entry.getValue()));
        return freeAts;
    }
}
