package org.peerline.privacy.keeping;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.StartupRefused;

/**
 * The duration of each class, from the configuration: {@code PEERLINE_RETENTION_WORDS} and so on, as {@code P7D} or
 * {@code P1Y}. Nothing about a person is kept longer than twenty years, whatever is set.
 */
@ApplicationScoped
public class RetentionPeriods {
    private static final Period LONGEST = Period.ofYears(20);
    private static final Instant YARDSTICK = Instant.parse("2020-01-01T00:00:00Z");

    private final Map<RetentionClass, Period> periods = new EnumMap<>(RetentionClass.class);
    private final ZoneId zone;

    public RetentionPeriods(
            @ConfigProperty(name = "peerline.retention.words", defaultValue = "P7D") String words,
            @ConfigProperty(name = "peerline.retention.details", defaultValue = "P30D") String details,
            @ConfigProperty(name = "peerline.retention.identity", defaultValue = "P1Y") String identity,
            @ConfigProperty(name = "peerline.retention.record", defaultValue = "P20Y") String record,
            @ConfigProperty(name = "peerline.retention.staff", defaultValue = "P6Y") String staff,
            @ConfigProperty(name = "peerline.retention.traces", defaultValue = "P2D") String traces,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.zone = zone;
        put(RetentionClass.WORDS, words);
        put(RetentionClass.DETAILS, details);
        put(RetentionClass.IDENTITY, identity);
        put(RetentionClass.RECORD, record);
        put(RetentionClass.STAFF, staff);
        put(RetentionClass.TRACES, traces);
        if (length(periods.get(RetentionClass.TRACES)).compareTo(Duration.ofDays(1)) < 0) {
            throw new StartupRefused(name(RetentionClass.TRACES) + " must be P1D or more: limits look a day back.");
        }
        inOrder(RetentionClass.WORDS, RetentionClass.IDENTITY);
        inOrder(RetentionClass.DETAILS, RetentionClass.IDENTITY);
        inOrder(RetentionClass.IDENTITY, RetentionClass.RECORD);
    }

    void atStart(@Observes StartupEvent event) {
        // Being made is the check.
    }

    /** What ended before this moment has been kept long enough. */
    public Instant before(RetentionClass kind, Instant now) {
        return now.atZone(zone).minus(periods.get(kind)).toInstant();
    }

    /** Whoever has been here from before this moment on has been here for as long as anything may be kept. */
    public Instant beforeLongest(Instant now) {
        return now.atZone(zone).minus(LONGEST).toInstant();
    }

    public Period of(RetentionClass kind) {
        return periods.get(kind);
    }

    private void put(RetentionClass kind, String written) {
        Period period;
        try {
            period = Period.parse(written.strip());
        } catch (DateTimeParseException notAPeriod) {
            throw new StartupRefused(name(kind) + " must be days, months or years, such as P30D or P1Y.");
        }
        if (period.isNegative() || length(period).compareTo(length(LONGEST)) > 0) {
            throw new StartupRefused(name(kind) + " must be from P0D to P20Y; nothing about a person is kept longer.");
        }
        periods.put(kind, period);
    }

    private void inOrder(RetentionClass sooner, RetentionClass later) {
        if (length(periods.get(sooner)).compareTo(length(periods.get(later))) > 0) {
            throw new StartupRefused(name(sooner) + " must not be longer than " + name(later) + ".");
        }
    }

    private Duration length(Period period) {
        return Duration.between(YARDSTICK, YARDSTICK.atZone(zone).plus(period).toInstant());
    }

    private static String name(RetentionClass kind) {
        return "PEERLINE_RETENTION_" + kind.name();
    }
}
