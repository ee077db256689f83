package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drives pgbench, the measure that everything here is a ratio to. */
public final class Pgbench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");

    private final Database database;

    /** @throws Unmeasurable when there is no pgbench on this machine */
    public Pgbench(Database database) {
        this.database = database;
        run(List.of("pgbench", "--version"));
    }

    /**
     * @param script a file of {@code bench/sql}: one transaction
     * @return transactions a second, eight clients, prepared statements
     */
    public double rate(String databaseName, String script, int seconds) {
        String said = run(List.of(
                "pgbench",
                "--no-vacuum",
                "--client=8",
                "--jobs=2",
                "--protocol=prepared",
                "--time=" + seconds,
                "--file=" + Path.of("bench/sql", script),
                "--host=" + database.host(),
                "--port=" + database.port(),
                "--username=" + database.user(),
                databaseName));
        Matcher rate = RATE.matcher(said);
        if (!rate.find() || said.contains("ERROR")) {
            throw new Unmeasurable("pgbench did not measure: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private String run(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Unmeasurable(String.join(" ", command) + " failed: " + said);
            }
            return said;
        } catch (IOException missing) {
            throw new Unmeasurable("pgbench is not on the PATH; on Debian it comes with postgresql-contrib"
                    + " (package postgresql-15 has it), elsewhere with PostgreSQL's client programs");
        } catch (InterruptedException stopped) {
            throw new Unmeasurable("stopped");
        }
    }
}
