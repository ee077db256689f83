package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.assignments.Conversations;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** A stolen database, a log file and the metrics tell nothing about anybody. */
@PeerlineTest
class NothingPersonalIsInClearTest extends Journey {
    private static final List<String> PERSONAL = List.of(
            "Okafor",
            "Amara",
            "Nwosu",
            "7400200001",
            "7400300001",
            "High Street",
            "LS1 1AA",
            "1994-05-17",
            "17 May",
            "Foundation doctor",
            "7000001",
            "things are hard",
            "glad you wrote",
            "Bradford Royal",
            "Jones");

    @Inject
    Jdbi jdbi;

    @Inject
    Conversations conversations;

    private final List<String> logged = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stop_listening() {
        Logger.getLogger("").removeHandler(listener);
    }

    @Test
    void database_log_and_metrics_of_a_whole_journey_hold_no_personal_word() {
        play();

        String everything = (dump() + logged + RestAssured.get("/q/metrics").asString()).toLowerCase(Locale.ROOT);

        PERSONAL.forEach(word ->
                assertEquals(-1, everything.indexOf(word.toLowerCase(Locale.ROOT)), () -> word + " is in clear"));
        assertTrue(everything.contains("first_text_relayed"), "the dump has the journey in it");
    }

    @Test
    void value_moved_to_another_row_or_column_does_not_open() {
        play();
        var assignment = jdbi.withHandle(handle ->
                handle.select("select id from assignment").mapTo(UUID.class).one());
        open(assignment);
        jdbi.useHandle(handle -> handle.execute("update requester set job_role = name"));

        assertThrows(IllegalStateException.class, () -> open(assignment));
    }

    private void open(UUID assignment) {
        QuarkusTransaction.requiringNew().run(() -> conversations.of(assignment));
    }

    private void play() {
        programme.peer(Samples.amara());
        var request = Samples.sam();
        request.put("employers", List.of("Bradford Royal Infirmary"));
        request.put("avoid", Map.of("names", List.of("Peter Jones")));
        opens(request);
        sam().receives("Amara");
        sam().replies("Hello Amara, things are hard at work");
        amara().receives("things are hard");
        amara().replies("I am glad you wrote");
        sam().receives("glad you wrote");
        phone("+447400900009").texts(sam().received().get(0).from(), "Amara Nwosu, is that you?");
        phone("+447400900009").receives("999");
    }

    /** Every row of every table, as text. */
    private String dump() {
        return jdbi.withHandle(handle -> {
            var all = new StringBuilder();
            handle.select("select table_name from information_schema.tables where table_schema = 'public'")
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
