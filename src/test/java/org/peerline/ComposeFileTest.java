package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the files in docker/ to one another. */
class ComposeFileTest {
    private static final Pattern OFFERED = Pattern.compile("(?m)^#?([A-Z][A-Z_]+)=");
    private static final Pattern WANTED = Pattern.compile("\\$\\{([A-Z_]+):\\?}|(?m)^ +([A-Z_]+):$");

    @Test
    void every_name_that_the_compose_file_takes_is_offered_in_env_example_and_no_other() throws IOException {
        assertEquals(names(OFFERED, "env.example"), names(WANTED, "compose.yaml"));
    }

    /** What is in neither list would be silently ignored: a shorter retention, say. */
    @Test
    void every_other_setting_reaches_the_service_by_a_file_of_its_own_which_is_nobodys_to_commit() throws IOException {
        String compose = Files.readString(Path.of("docker/compose.yaml"));
        assertTrue(compose.contains("    env_file:\n      - path: settings.env\n        required: false\n"), compose);
        assertTrue(Files.readAllLines(Path.of(".gitignore")).contains("/docker/settings.env"));
        assertTrue(Files.readString(Path.of("docker/env.example")).contains("settings.env"));
    }

    @Test
    void roles_take_their_passwords_from_names_that_the_compose_file_hands_over() throws IOException {
        Set<String> taken = names(Pattern.compile("\\\\getenv \\w+ (\\w+)"), "postgres/roles.sql");
        assertEquals(Set.of("PEERLINE_DB_OWNER_PASSWORD", "PEERLINE_DB_APP_PASSWORD"), taken);
        taken.removeAll(names(WANTED, "compose.yaml"));
        assertEquals(Set.of(), taken);
    }

    @Test
    void no_secret_has_a_value_in_the_example() throws IOException {
        String example = Files.readString(Path.of("docker/env.example"));
        assertFalse(Pattern.compile("(?m)^#?\\w*(PASSWORD|KEY|KEYSET|TOKEN|SECRET)\\w*=\\S")
                .matcher(example)
                .find());
    }

    private static Set<String> names(Pattern pattern, String file) throws IOException {
        var found = new TreeSet<String>();
        var matcher = pattern.matcher(Files.readString(Path.of("docker", file)));
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    found.add(matcher.group(group));
                }
            }
        }
        return found;
    }
}
