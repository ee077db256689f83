package org.peerline.api.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What was not found is counted without its address: an address that no door has is a caller's own words, and a name in
 * one would stand in the metrics until the next start. Every other address is counted as the contract has it.
 */
class MetricsWithoutAddresses {
    private static final Set<String> NOBODY_SERVES = Set.of("404", "405", "406", "415");

    @Produces
    @Singleton
    MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id meter) {
                String status = meter.getTag("status");
                return meter.getTag("uri") != null && status != null && NOBODY_SERVES.contains(status)
                        ? meter.replaceTags(meter.getTags().stream()
                                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", "NOT_FOUND") : tag)
                                .toList())
                        : meter;
            }
        };
    }
}
