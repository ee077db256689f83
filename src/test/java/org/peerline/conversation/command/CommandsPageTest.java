package org.peerline.conversation.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/sms-commands.md and the words that are read are the same. */
class CommandsPageTest {
    private static final Path PAGE = Path.of("docs/sms-commands.md");
    private static final Pattern DESKS = Pattern.compile("<!-- words of: ([A-Z_ ]+) -->");
    private static final Pattern WORDS = Pattern.compile("`([^`]+)`");

    /** A word of the page, in the first column of a table, and where it is to be understood. */
    record Word(Desk desk, String text) {}

    static Stream<Word> words() throws IOException {
        var words = new ArrayList<Word>();
        List<Desk> desks = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            var stated = DESKS.matcher(line);
            if (stated.matches()) {
                desks = Arrays.stream(stated.group(1).split(" "))
                        .map(Desk::valueOf)
                        .toList();
            } else if (line.startsWith("| `")) {
                String column = line.split("\\|")[1];
                for (Desk desk : desks) {
                    WORDS.matcher(column).results().forEach(found -> words.add(new Word(desk, found.group(1))));
                }
            } else if (line.startsWith("## ")) {
                desks = List.of();
            }
        }
        return words.stream();
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_word_of_the_page_is_understood_where_the_page_says_so(Word word) {
        assertTrue(CommandParser.parse(word.text(), word.desk()).isPresent(), word.toString());
    }

    @Test
    void every_command_is_on_the_page() throws IOException {
        Set<String> shown = words().map(word -> CommandParser.parse(word.text(), word.desk()))
                .flatMap(command -> command.stream())
                .map(command -> command.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all = Arrays.stream(Command.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, shown);
    }
}
