package org.peerline.privacy.keeping;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
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

    private static Object said(Object value) {
        boolean plain = value instanceof Number || value instanceof Boolean || value instanceof Instant;
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
