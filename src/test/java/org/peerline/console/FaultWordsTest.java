package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.wording.Language;

class FaultWordsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/peerline");

    /** Where the sentences come from that forms and the import of a roster can show at a field. */
    private static final List<String> DOORS =
            List.of("api/input", "intake/rest", "console/intake", "console/roster", "peers", "sms/NotOurNumber.java");

    /** A sentence about a fault: it begins so and ends with a full stop. */
    private static final Pattern SENTENCE = Pattern.compile(
            "\"((?:Is required|Must |At most |Overlaps |Names a wish|The file"
                    + "|The date of birth|This (?:column|cell|peer has|is one|service is)|There is a |Hours are|Days away are"
                    + "|Another peer|The capacity|The peer has|Write hours|Say which|From this row|Peerline keeps)[^\"]*\\.)\"");

    /** Of JSON and of addresses, which no form can bring about. */
    private static final List<String> OF_PROGRAMS = List.of(
            "Must be a JSON array.",
            "Must be a JSON object.",
            "Must not be null.",
            "Must be true or false.",
            "Must be an id of ours.",
            "Must be a reference such as PS-7K3QXM.",
            "Must be a moment with its offset, such as 2026-11-26T19:00:00Z or 2026-11-26T19:00:00+00:00.");

    @Test
    void every_sentence_that_a_form_can_show_is_there_in_both_languages() throws IOException {
        var missing = new TreeSet<String>();
        int seen = 0;
        for (String door : DOORS) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(door))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    // What is written over several lines is one sentence; what describes the contract is none.
                    String source = Files.readString(file)
                            .replaceAll("\"\\s*\\+\\s*\"", "")
                            .replaceAll(
                                    "@(Schema|Operation|APIResponse|Parameter)\\((?:[^()\"]|\"[^\"]*\"|\\([^()]*\\))*\\)",
                                    "");
                    Matcher found = SENTENCE.matcher(source);
                    while (found.find()) {
                        seen++;
                        String sentence = found.group(1).replaceAll("\\{(max|value)}|%,d", "7");
                        if (!OF_PROGRAMS.contains(sentence) && !FaultWords.knows(sentence)) {
                            missing.add(sentence + " (" + file.getFileName() + ")");
                        }
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
        assertFalse(seen < 60, "only " + seen);
    }

    @Test
    void numbers_of_the_sentence_stand_in_the_other_language_too() {
        assertEquals("Rhaid iddo fod o 1 i 500.", FaultWords.in(Language.CY, "Must be from 1 to 500."));
        assertEquals("Yr un fath ag yn rhes 2,999.", FaultWords.in(Language.CY, "The same as in row 2,999."));
        assertEquals("Must be from 1 to 500.", FaultWords.in(Language.EN, "Must be from 1 to 500."));
        assertEquals(
                "Rhaid iddo fod yn un o FEMALE, MALE.", FaultWords.in(Language.CY, "Must be one of FEMALE, MALE."));
    }

    @Test
    void sentence_without_a_line_is_said_in_english_rather_than_not_at_all() {
        assertEquals("Something new.", FaultWords.in(Language.CY, "Something new."));
    }
}
