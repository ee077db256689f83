package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a database that the service has migrated with years of use, by SQL alone. */
public final class History {
    private static final Path FILL = Path.of("bench/sql/history.sql");
    private static final Pattern WRAPPING_KEY = Pattern.compile("\"wrapping\".*?\"primaryKeyId\"\\s*:\\s*(\\d+)", Pattern.DOTALL);

    /** They serve to find rows, and are made anew at once where that is faster than row by row. */
    private static final String DROPPED = """
            select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid) from pg_index i
            join pg_class t on t.oid = i.indrelid
            where t.relname in ('message', 'inbound_text', 'audit_event') and not i.indisprimary
              and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
            """;

    private History() {}

    /**
     * @param each texts in each request
     * @param keyset whose wrapping key is to be in use, so that the service finds no work left from before
     */
    public static void fill(
            Database database, String name, int requests, int each, int peers, String keyset, Report report)
            throws SQLException, IOException {
        if (requests == 0) {
            return;
        }
        long began = System.nanoTime();
        List<String> drops = new ArrayList<>();
        List<String> makes = new ArrayList<>();
        try (var connection = database.connect(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(DROPPED)) {
            while (rows.next()) {
                drops.add(rows.getString(1));
                makes.add(rows.getString(2));
            }
        }
        database.execute(name, drops.toArray(String[]::new));
        database.execute(name, script(requests, each, peers, keyset));
        database.executeFile(name, "sealed-audit.sql");
        database.execute(name, makes.toArray(String[]::new));
        database.settle(name);
        report.say(
                "filled with %d past requests and %d texts in %d s: %d MB",
                requests,
                (long) requests * each,
                (System.nanoTime() - began) / 1_000_000_000L,
                database.number(name, "select pg_database_size(current_database()) / 1048576"));
    }

    private static String script(int requests, int each, int peers, String keyset) throws IOException {
        Matcher wrapping = WRAPPING_KEY.matcher(keyset);
        if (!wrapping.find()) {
            throw new IllegalStateException("the keyset has no wrapping key");
        }

        return Files.readString(FILL)
                .replace("{requests}", Integer.toString(requests))
                .replace("{each}", Integer.toString(each))
                .replace("{peers}", Integer.toString(peers))
                .replace("{wrapping}", Integer.toString((int) Long.parseLong(wrapping.group(1))));
    }
}
