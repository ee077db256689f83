package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.wording.Language;

/** No word of a page stands in its template, where only readers of English would understand it. */
class TemplatesSpeakByKeyTest {
    private static final Pattern EXPRESSION = Pattern.compile("\\{[^{}]*}");
    private static final Pattern SPOKEN_ATTRIBUTE =
            Pattern.compile("\\b(?:aria-label|placeholder|title|alt|label)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'-]+");

    /** Names of languages in those languages, and the look of a reference. */
    private static final Set<String> ALLOWED = Set.of("English", "Cymraeg", "PS-7K3QXM");

    /** The same in both languages. */
    private static final Set<String> NO_WORDS = Set.of("name", "calls.yes");

    @Test
    void no_template_has_words_of_its_own() throws IOException {
        var found = new TreeSet<String>();
        for (Path template : templates()) {
            String bare = bare(Files.readString(template));
            var spoken = new StringBuilder(TAG.matcher(bare).replaceAll(" "));
            SPOKEN_ATTRIBUTE
                    .matcher(bare)
                    .results()
                    .forEach(at -> spoken.append(' ').append(at.group(1)));
            WORD.matcher(spoken)
                    .results()
                    .map(word -> word.group())
                    .filter(word -> !ALLOWED.contains(word) && !word.matches("[A-Z0-9_-]+"))
                    .forEach(word -> found.add(template.getFileName() + ": " + word));
        }
        assertEquals(new TreeSet<>(), found);
    }

    @Test
    void look_for_words_finds_them() {
        String bare = bare("<p title=\"{w.say('a')} or so\">{w.say('b')} {#if x}Hours{/if}</p>");
        assertTrue(TAG.matcher(bare).replaceAll(" ").contains("Hours"));
        assertTrue(SPOKEN_ATTRIBUTE.matcher(bare).find());
        assertFalse(bare.contains("say"));
    }

    @Test
    void every_line_says_something_else_in_welsh_than_in_english() {
        List<String> same = Words.in(Language.EN).keys().stream()
                .filter(key -> !NO_WORDS.contains(key))
                .filter(key -> Words.in(Language.EN)
                        .known(key)
                        .equals(Words.in(Language.CY).known(key)))
                .sorted()
                .toList();
        assertEquals(List.of(), same);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/console"))) {
            List<Path> templates = files.toList();
            assertFalse(templates.isEmpty());
            return templates;
        }
    }

    /** Without Qute's expressions, which may stand within each other once. */
    private static String bare(String template) {
        String once = EXPRESSION.matcher(template.replace("\\{", "")).replaceAll("");
        return EXPRESSION.matcher(once).replaceAll("");
    }
}
