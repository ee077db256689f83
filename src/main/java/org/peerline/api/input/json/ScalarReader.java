package org.peerline.api.input.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.api.input.TextInput;

/** One JSON scalar as the Java type that a request record wants, without coercion: "1" is not a number. */
final class ScalarReader {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);

    private ScalarReader() {}

    /** What came of it. */
    sealed interface Outcome {}

    record Read(Object value) implements Outcome {}

    record Refused(String sentence) implements Outcome {}

    static Outcome read(Class<?> type, JsonNode node, boolean lines) {
        if (type == String.class) {
            return node.isTextual() ? text(node.textValue(), lines) : new Refused("Must be text.");
        }
        if (type == Boolean.class) {
            return node.isBoolean() ? new Read(node.booleanValue()) : new Refused("Must be true or false.");
        }
        if (type == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? new Read(node.intValue())
                    : new Refused("Must be a whole number.");
        }
        if (type.isEnum()) {
            return constant(type, node);
        }
        if (type == LocalDate.class) {
            return parsed(node, "Must be a date that exists, written YYYY-MM-DD.", t -> LocalDate.parse(t, DATE));
        }
        if (type == LocalTime.class) {
            return parsed(node, "Must be a time of day, written HH:MM.", t -> LocalTime.parse(t, TIME));
        }
        if (type == Instant.class) {
            return parsed(
                    node,
                    "Must be a moment with its offset, such as 2026-11-26T19:00:00Z or 2026-11-26T19:00:00+00:00.",
                    t -> OffsetDateTime.parse(t).toInstant().truncatedTo(ChronoUnit.MICROS));
        }
        if (type == UUID.class) {
            return parsed(node, "Must be an id of ours.", ScalarReader::uuid);
        }
        throw new IllegalStateException("no reading for " + type.getName());
    }

    private static Outcome text(String text, boolean lines) {
        return TextInput.fault(text, lines)
                .<Outcome>map(Refused::new)
                .orElseGet(() -> new Read(lines ? text : text.strip()));
    }

    private static Outcome constant(Class<?> type, JsonNode node) {
        for (Object constant : type.getEnumConstants()) {
            if (node.isTextual() && ((Enum<?>) constant).name().equals(node.textValue())) {
                return new Read(constant);
            }
        }
        String names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", "));
        return new Refused("Must be one of " + names + ".");
    }

    private interface Parser {
        Object parse(String text);
    }

    private static Outcome parsed(JsonNode node, String sentence, Parser parser) {
        if (!node.isTextual() || node.textValue().length() > 40) {
            return new Refused(sentence);
        }
        try {
            return new Read(parser.parse(node.textValue()));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
            return new Refused(sentence);
        }
    }

    /** The JDK also reads "1-1-1-1-1". */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
