package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jdbi.v3.core.Jdbi;

/** What a thief of the database, of the log file and of the metrics has in their hands. */
public final class Leaks implements AutoCloseable {
    /** As a log file has it: message, parameters, stack trace. */
    private static final PatternFormatter AS_WRITTEN = new PatternFormatter("%d %-5p %c %X %s%e%n");

    private final Jdbi jdbi;
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(AS_WRITTEN.format(ExtLogRecord.wrap(line)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Listens to the log from now on. */
    public Leaks(Jdbi jdbi) {
        this.jdbi = jdbi;
        Logger.getLogger("").addHandler(listener);
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(listener);
    }

    /** @param witnesses in small letters: that it is the right database, log and metrics that are searched */
    public void holdNone(List<String> personal, String... witnesses) {
        String everything = (dump() + logged + RestAssured.get("/q/metrics").asString()).toLowerCase(Locale.ROOT);
        for (String word : personal) {
            int at = everything.indexOf(word.toLowerCase(Locale.ROOT));
            assertEquals(
                    -1,
                    at,
                    () -> word + " is in clear: "
                            + everything.substring(Math.max(0, at - 120), Math.min(everything.length(), at + 60)));
        }
        for (String witness : witnesses) {
            assertTrue(everything.contains(witness), witness + " is not there: was the right thing searched?");
        }
    }

    /** Every row of every table, as text. */
    private String dump() {
        return jdbi.withHandle(handle -> {
            var all = new StringBuilder();
            handle.select("select table_schema || '.' || table_name from information_schema.tables"
                            + " where table_schema not in ('pg_catalog', 'information_schema')")
                    .mapTo(String.class)
                    .forEach(table -> handle.select("select t::text from " + table + " t")
                            .mapTo(String.class)
                            .forEach(row -> all.append(readable(row)).append('\n')));
            return all.toString();
        });
    }

    /** PostgreSQL writes bytes in hex; a word in them would hide. */
    private static String readable(String row) {
        var text = new StringBuilder(row);
        var hex = Pattern.compile("\\\\x([0-9a-f]+)").matcher(row);
        while (hex.find()) {
            byte[] bytes = HexFormat.of().parseHex(hex.group(1));
            text.append(' ').append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
