package org.peerline.conversation.safety;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.peerline.core.StartupRefused;

/** The crisis list in force: the published one, or that of whoever runs the service. */
@Singleton
class CrisisList {
    private static final String SETTING = "PEERLINE_SAFETY_CRISIS_LIST";

    private final CrisisPhrases phrases;

    CrisisList(SafetyConfig config) {
        this.phrases = config.crisisList()
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> own(Path.of(path)))
                .orElseGet(CrisisList::published);
    }

    CrisisPhrases phrases() {
        return phrases;
    }

    void refuseAWrongListAtStart(@Observes @Priority(-1) StartupEvent start) {
        // To be called is enough: the constructor has looked.
    }

    static CrisisPhrases published() {
        try (var stream = CrisisList.class.getResourceAsStream("crisis-phrases.txt")) {
            return CrisisPhrases.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException | CrisisPhrases.Unreadable broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** @throws StartupRefused with what is wrong; no line of the file is quoted */
    static CrisisPhrases own(Path file) {
        try {
            return CrisisPhrases.read(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new StartupRefused(SETTING + " is no file that can be read.");
        } catch (CrisisPhrases.Unreadable wrong) {
            throw new StartupRefused(SETTING + " cannot be used: " + wrong.getMessage() + ".");
        }
    }
}
