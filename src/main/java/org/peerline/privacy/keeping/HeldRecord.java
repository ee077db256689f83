package org.peerline.privacy.keeping;

import com.fasterxml.jackson.annotation.JsonValue;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One thing that is held about somebody, opened for their own eyes: names in plain words, in the order to read them. */
public final class HeldRecord {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** What is not there, or empty, is left out. */
    public HeldRecord with(String name, Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        boolean nothing = plain == null || plain instanceof Collection<?> many && many.isEmpty();
        if (!nothing) {
            fields.put(
                    name,
                    plain instanceof Collection<?> many
                            ? many.stream().map(HeldRecord::said).toList()
                            : said(plain));
        }
        return this;
    }

    /** A code of ours, which a page says in words. */
    public record Code(String code) {
        @Override
        @JsonValue
        public String toString() {
            return code;
        }

        /** {@code NO_FIRST_TEXT} as people read it. */
        public String words() {
            return code.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A code of ours; what is not there is left out. */
    public HeldRecord withCode(String name, String code) {
        return with(name, code == null ? null : new Code(code));
    }

    /** Codes of ours. */
    public HeldRecord withCodes(String name, Collection<String> codes) {
        return with(name, codes.stream().map(Code::new).toList());
    }

    /** A moment as a row has it; what is not there is left out. */
    public HeldRecord with(String name, Timestamp moment) {
        return with(name, moment == null ? null : (Object) moment.toInstant());
    }

    private static Object said(Object value) {
        boolean plain = value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof Code;
        return plain ? value : value.toString();
    }

    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Prints nothing of what it holds. */
    @Override
    public String toString() {
        return "HeldRecord";
    }
}
