package bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a run says: on the screen at once, and in {@code target/bench/<name>.txt} for later. */
public final class Report implements AutoCloseable {
    private final PrintWriter file;

    Report(String name) throws IOException {
        Path path = Files.createDirectories(Path.of("target/bench")).resolve(name + ".txt");
        file = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }

    public void say(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        System.out.println(line);
        file.println(line);
        file.flush();
    }

    @Override
    public void close() {
        file.close();
    }
}
