package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is renewed under somebody's hand, once a minute at least because ages go on, leaves a keyboard where it is: the
 * focus finds its way back by an id, so whatever can have it has one.
 */
class LivePartsKeepTheFocusTest {
    private static final Pattern CAN_HAVE_THE_FOCUS =
            Pattern.compile("<(?:a|button|summary|input|select|textarea)\\b.*");

    @Test
    void whatever_can_have_the_focus_in_a_part_that_is_renewed_has_an_id() throws IOException {
        var without = new TreeSet<String>();
        int found = 0;
        for (Path template : renewed()) {
            for (String tag : Files.readString(template).split("(?=<)")) {
                if (CAN_HAVE_THE_FOCUS.matcher(tag.split("\n")[0]).matches()) {
                    found++;
                    if (!tag.contains(" id=\"")) {
                        without.add(template.getFileName() + ": " + tag.strip());
                    }
                }
            }
        }
        assertTrue(found > 15, "few: " + found);
        assertEquals(new TreeSet<>(), without);
    }

    private static List<Path> renewed() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/console"))) {
            return files.filter(LivePartsKeepTheFocusTest::isRenewed).sorted().toList();
        }
    }

    private static boolean isRenewed(Path template) {
        try {
            String written = Files.readString(template);
            return written.contains("hx-trigger=\"every ") || written.contains("hx-swap-oob=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
