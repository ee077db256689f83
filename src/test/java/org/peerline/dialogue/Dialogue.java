package org.peerline.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A transcript: what people text, what they receive, and what happens in between. README.md beside the transcripts says
 * how one is written.
 */
record Dialogue(String title, List<Line> lines) {
    private static final Path FOLDER = Path.of("src/test/resources/dialogues");
    private static final Pattern TEXT = Pattern.compile("(\\w+)(?: to (\\w+))? >(?: (.*))?", Pattern.DOTALL);

    /** One line of the file, as it is written. */
    record Line(int number, String written) {
        @Override
        public String toString() {
            return "line " + number + ": " + written;
        }
    }

    static Stream<Dialogue> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Dialogue> all = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(Dialogue::read)
                    .toList();
            if (all.isEmpty()) {
                throw new AssertionError("no dialogues in " + FOLDER);
            }
            return all.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static boolean isText(String written) {
        return TEXT.matcher(written).matches();
    }

    static Pattern text() {
        return TEXT;
    }

    private static Dialogue read(Path file) {
        try {
            var lines = new ArrayList<Line>();
            int number = 0;
            for (String written : Files.readAllLines(file)) {
                number++;
                boolean goesOn = written.startsWith("    ") && !lines.isEmpty();
                if (goesOn) {
                    Line before = lines.remove(lines.size() - 1);
                    lines.add(new Line(before.number(), before.written() + "\n" + written.strip()));
                } else if (!written.isBlank() && !written.startsWith("#")) {
                    lines.add(new Line(number, written.stripTrailing()));
                }
            }
            return new Dialogue(file.getFileName().toString().replace(".txt", ""), List.copyOf(lines));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
