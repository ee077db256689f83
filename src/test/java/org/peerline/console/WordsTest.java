package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.Gender;
import org.peerline.peers.PeerStatus;
import org.peerline.requests.Outcome;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.profile.Ethnicity;
import org.peerline.requests.waiting.WaitingReason;
import org.peerline.wording.Language;

class WordsTest {
    private static final Pattern USED = Pattern.compile("say\\(\\s*['\"]([^'\"]+)['\"]\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static final Map<String, Enum<?>[]> CODES = Map.of(
            "status", RequestStatus.values(),
            "outcome", Outcome.values(),
            "waiting", WaitingReason.values(),
            "gender", Gender.values(),
            "ethnicity", Ethnicity.values(),
            "role", Role.values(),
            "peer", PeerStatus.values());

    @Test
    void every_line_is_there_in_both_languages_with_the_same_places_to_fill() {
        assertEquals(
                new TreeSet<>(Words.in(Language.EN).keys()),
                new TreeSet<>(Words.in(Language.CY).keys()));
        for (String key : Words.in(Language.EN).keys()) {
            assertEquals(places(Language.EN, key), places(Language.CY, key), key);
        }
    }

    @Test
    void every_line_that_a_page_says_is_there() throws IOException {
        var missing = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (String where : List.of("src/main/resources/templates/console", "src/main/java/org/peerline/console")) {
            try (Stream<Path> files = Files.walk(Path.of(where))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = USED.matcher(Files.readString(file));
                    while (found.find()) {
                        used.add(found.group(1));
                    }
                }
            }
        }
        assertFalse(used.isEmpty());
        used.stream().filter(key -> Words.in(Language.EN).known(key).isEmpty()).forEach(missing::add);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void every_code_that_people_choose_or_read_has_a_line() {
        CODES.forEach((kind, values) -> {
            for (Enum<?> value : values) {
                assertTrue(
                        Words.in(Language.EN).known(kind + "." + value.name()).isPresent(), kind + "." + value.name());
            }
        });
    }

    private static TreeSet<String> places(Language language, String key) {
        var places = new TreeSet<String>();
        Matcher found = PLACE.matcher(Words.in(language).known(key).orElseThrow());
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }
}
