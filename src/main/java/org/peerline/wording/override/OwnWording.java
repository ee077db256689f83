package org.peerline.wording.override;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerline.core.StartupRefused;
import org.peerline.wording.Language;
import org.peerline.wording.bundle.Wordings;

/** Puts the lines of whoever runs the service in the place of ours, or refuses the start with the line that is wrong. */
@Singleton
class OwnWording {
    private static final Map<String, Language> FILES =
            Map.of("texts_en.properties", Language.EN, "texts_cy.properties", Language.CY);
    private static final String SETTING = "PEERLINE_WORDING_DIRECTORY";

    private final Optional<String> directory;

    OwnWording(WordingConfig config) {
        this.directory = config.directory().map(String::strip).filter(path -> !path.isEmpty());
    }

    /** Before anything else at the start, the clocks included: nobody is to hear the old wording. */
    void use(@Observes @Priority(-1) StartupEvent start) {
        directory.ifPresent(path -> Wordings.use(read(Path.of(path))));
    }

    /** @throws StartupRefused with the file and the key that are wrong */
    static Map<Language, Map<String, String>> read(Path directory) {
        var own = new EnumMap<Language, Map<String, String>>(Language.class);
        for (Path file : files(directory)) {
            Language language = FILES.get(file.getFileName().toString());
            if (language == null) {
                throw new StartupRefused(SETTING + " contains " + file.getFileName()
                        + "; only texts_en.properties and texts_cy.properties are read.");
            }
            Map<String, String> lines = lines(file);
            for (String key : lines.keySet()) {
                WordingRule.fault(language, key, lines).ifPresent(fault -> {
                    throw new StartupRefused(SETTING + ", " + file.getFileName() + ": " + key + " " + fault + ".");
                });
            }
            own.put(language, lines);
        }
        if (own.isEmpty()) {
            throw new StartupRefused(SETTING + " contains neither texts_en.properties nor texts_cy.properties.");
        }
        return own;
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(file -> file.getFileName().toString().endsWith(".properties"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new StartupRefused(SETTING + " is no directory that can be read.");
        }
    }

    private static Map<String, String> lines(Path file) {
        var twice = new TreeSet<String>();
        var read = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                Object before = super.put(key, value);
                if (before != null) {
                    twice.add((String) key);
                }
                return before;
            }
        };
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartupRefused(
                    SETTING + ", " + file.getFileName() + ": cannot be read as UTF-8 lines of key=text.");
        }
        if (!twice.isEmpty()) {
            throw new StartupRefused(
                    SETTING + ", " + file.getFileName() + ": " + twice.first() + " stands there twice.");
        }
        var lines = new TreeMap<String, String>();
        read.stringPropertyNames().forEach(key -> lines.put(key, read.getProperty(key)));
        return lines;
    }
}
