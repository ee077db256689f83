package org.peerline.console;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.peerline.wording.Language;

/** Every sentence of the pages, by key, in the languages that they are shown in. */
public final class Words {
    private static final Map<Language, Words> ALL = new EnumMap<>(
            Map.of(Language.EN, new Words("console_en.properties"), Language.CY, new Words("console_cy.properties")));

    private final Properties lines = new Properties();

    private Words(String file) {
        try (Reader reader = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Words in(Language language) {
        return ALL.get(language);
    }

    public Set<String> keys() {
        return lines.stringPropertyNames();
    }

    /** The line of a key, with {@code {0}}, {@code {1}} filled in; a key without a line is a fault of ours. */
    public String say(String key, Object... values) {
        String line = known(key).orElseThrow(() -> new IllegalArgumentException("no line for " + key));
        for (int i = 0; i < values.length; i++) {
            line = line.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return line;
    }

    /** The line of a code that another room may have added since; empty when the pages have none for it yet. */
    public Optional<String> known(String key) {
        return Optional.ofNullable(lines.getProperty(key));
    }
}
