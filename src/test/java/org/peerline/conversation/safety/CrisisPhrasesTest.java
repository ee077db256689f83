package org.peerline.conversation.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.core.StartupRefused;

class CrisisPhrasesTest {
    private static final CrisisPhrases PUBLISHED = CrisisList.published();
    private static final Path PAGE = Path.of("docs/crisis-phrases.md");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I want to die",
                "i just WANT TO DIE.",
                "I don't want to be here any more",
                "I don’t want to live",
                "dont want to be here anymore",
                "thinking about ending my life",
                "I feel suicidal",
                "suicide",
                "I'm going to kill myself tonight",
                "everyone would be better off without me",
                "I have been self-harming again",
                "I've taken an overdose",
                "I took all my tablets",
                "No reason to live...",
                "Want\nto\ndie",
                "Dw i eisiau marw",
                "Dw i ddim eisiau byw",
                "Rwy'n meddwl am farw",
                "I might end my own life",
                "going to kill my self",
                "I'm going to overdose",
                "I don't want to be here",
                "I do not want to be here",
                "I can't go on",
                "I can't go on. The ward is full",
                "I cannot go on like this",
                "cant go on any more",
                "I just can't go on living",
                "can't go on, it is too much",
                "I can't go on the way things are",
                "I can't go on as I am",
                "I just want to end it",
                "I don't want to exist",
                "I wish I wasn't here",
                "I don't wanna live",
                "Alla i ddim, dw i'n methu mynd ymlaen",
                "dw i ddim moyn bod yma",
                "hunan-niweidio"
            })
    void a_phrase_is_found_in_any_writing(String text) {
        assertTrue(PUBLISHED.isIn(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello Amara, things are hard at work",
                "I am dying to hear how it went",
                "That rota will be the death of me, I want to diet",
                "We lost a patient today",
                "I want to leave medicine",
                "I can't go on holiday now",
                "We cannot go on leave in August",
                "Can't go on call this weekend, can we move it?",
                "I can't go on Friday",
                "Sorry, can not go on the 5th",
                "I live in Leeds",
                "OK",
                "CALL Thu 7pm",
                "Byw yng Nghaerdydd"
            })
    void other_words_are_not(String text) {
        assertFalse(PUBLISHED.isIn(text));
    }

    @Test
    void every_published_phrase_finds_itself() {
        PUBLISHED.written().values().stream().flatMap(List::stream).forEach(phrase -> {
            String plain =
                    phrase.replaceAll(" !.*", "").replaceAll("[\\[\\]]", "").replaceAll("/\\S+", "");
            assertTrue(PUBLISHED.isIn("well, " + plain + "!"), phrase);
        });
    }

    @Test
    void the_page_is_the_list() throws IOException {
        String page = Files.readString(PAGE);
        assertTrue(page.contains("Version **" + PUBLISHED.version() + "**"), "the page states another version");
        List<String> shown = page.lines()
                .filter(line -> line.startsWith("- `"))
                .map(line -> line.substring(3, line.length() - 1))
                .toList();
        assertEquals(PUBLISHED.written().values().stream().flatMap(List::stream).toList(), shown);
    }

    @Test
    void a_list_of_ones_own_replaces_it() throws IOException {
        Path file = Files.writeString(directory.resolve("list.txt"), """
                # ours
                version: 2027-01-01.2
                [en]
                the blue/red door
                [cy]
                y drws [mawr] glas
                """);
        var own = CrisisList.own(file);
        assertEquals("2027-01-01.2", own.version());
        assertTrue(own.isIn("It is the RED door!"));
        assertTrue(own.isIn("y drws glas") && own.isIn("y drws mawr glas"));
        assertFalse(own.isIn("I want to die"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [en];one;[cy];un                            | it states no version, such as "version: 2026-11-22"
            version: 1;[en];one;[cy];un                 | line 1 is no phrase under [en] or [cy]
            version: 2026-11-22;[en];one                | it needs phrases under [en] and under [cy]
            version: 2026-11-22;[en];[cy];un            | it needs phrases under [en] and under [cy]
            version: 2026-11-22;one;[en];two;[cy];un    | line 2 is no phrase under [en] or [cy]
            version: 2026-11-22;[en];.*;[cy];un         | line 3 is no phrase under [en] or [cy]
            version: 2026-11-22;[en];!never;[cy];un     | line 3 is no phrase under [en] or [cy]
            version: 2026-11-22;[en];a !b c;[cy];un     | line 3 is no phrase under [en] or [cy]
            version: 2026-11-22;[en];[maybe];[cy];un    | line 3 is no phrase under [en] or [cy]
            """)
    void a_list_that_is_not_in_its_form_refuses_the_start(String lines, String sentence) throws IOException {
        Path file = Files.writeString(directory.resolve("list.txt"), lines.replace(";", "\n"));
        var refused = assertThrows(StartupRefused.class, () -> CrisisList.own(file));
        assertEquals("PEERLINE_SAFETY_CRISIS_LIST cannot be used: " + sentence + ".", refused.getMessage());
    }

    @Test
    void a_list_that_is_not_there_refuses_the_start() {
        var refused = assertThrows(StartupRefused.class, () -> CrisisList.own(directory.resolve("nowhere")));
        assertEquals("PEERLINE_SAFETY_CRISIS_LIST is no file that can be read.", refused.getMessage());
    }
}
