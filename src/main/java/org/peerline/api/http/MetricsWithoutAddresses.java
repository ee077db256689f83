package org.peerline.api.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was refused is counted without its address, unless it is the address of a door as the door itself has it: any other
 * is a caller's own words, and a name in one would stand in the metrics until the next start.
 */
class MetricsWithoutAddresses {
    private static final String ADDRESS = "uri";

    @Produces
    @Singleton
    MeterFilter filter(BeanManager beans) {
        Set<String> doors = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .flatMap(bean -> addresses(bean.getBeanClass()))
                .collect(Collectors.toUnmodifiableSet());
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id meter) {
                String address = meter.getTag(ADDRESS);
                return address != null && wasRefused(meter.getTag("status")) && !doors.contains(address)
                        ? meter.replaceTags(meter.getTags().stream()
                                .map(tag -> tag.getKey().equals(ADDRESS) ? Tag.of(ADDRESS, "NOT_FOUND") : tag)
                                .toList())
                        : meter;
            }
        };
    }

    private static boolean wasRefused(String status) {
        return status != null && !status.startsWith("2") && !status.startsWith("3");
    }

    private static Stream<String> addresses(Class<?> type) {
        Path root = type.getAnnotation(Path.class);
        if (root == null) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(joined(root.value(), "")),
                Arrays.stream(type.getDeclaredMethods())
                        .map(method -> method.getAnnotation(Path.class))
                        .filter(Objects::nonNull)
                        .map(path -> joined(root.value(), path.value())));
    }

    /** One slash in front of each part and none behind. */
    private static String joined(String root, String path) {
        return Stream.of((root + "/" + path).split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part)
                .collect(Collectors.joining());
    }
}
