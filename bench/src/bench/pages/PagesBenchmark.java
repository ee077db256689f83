package bench.pages;

import bench.Api;
import bench.Benchmark;
import bench.Database;
import bench.DemoData;
import bench.Machine;
import bench.Medians;
import bench.Options;
import bench.Report;
import bench.Service;
import bench.Unmeasurable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long each page of the console takes after years of use, one reader at a time: what somebody sees who opens the
 * pages right after a start, then every page warm; and how much the first page weighs with all that it needs.
 */
public final class PagesBenchmark implements Benchmark {
    private static final String DATABASE = "pages";
    private static final Path KEYS = Path.of("target/bench/pages.keys");
    private static final String FIRST = "/console";
    private static final int WANTED_MILLIS = 200;
    private static final int MOST_BYTES = 100_000;
    private static final double MILLION = 1e6;
    private static final Pattern NEEDED = Pattern.compile("(?:href|src)=\"(/(?:pages|webjars)/[^\"]+)\"");
    private static final Pattern PEER = Pattern.compile("/console/roster/[0-9a-f-]{36}");
    private static final List<String> PAGES = List.of(
            FIRST,
            "/console/lanes",
            "/console/requests",
            "/console/requests?status=WAITING",
            "/console/requests?status=CLOSED",
            "/console/requests/PS-Z00003",
            "/console/requests/PS-00FFFF",
            "/console/intake",
            "/console/tasks",
            "/console/calls",
            "/console/calls?view=day",
            "/console/texts",
            "/console/texts?status=UNKNOWN",
            "/console/roster",
            "/console/numbers",
            "/console/pictures",
            "/console/pictures/times.csv",
            "/console/pictures/load.csv",
            "/console/keys");

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        try (var database = Database.open()) {
            Map<String, String> settings = prepared(options, report, database);
            String key;
            try (var service = Service.start(settings)) {
                key = new Api(service, settings.get("PEERLINE_ADMIN_KEY"))
                        .as("COORDINATOR", "INTAKE", "ADMIN")
                        .key();
            }
            cold(options.number("starts", 3), settings, key, report);
            try (var service = Service.start(settings);
                    var reader = new Reader(service.url())) {
                reader.signIn(key);
                warm(reader, options.number("times", 100), report);
                weigh(reader, report);
            }
        }
    }

    /** The database of an earlier run will do where its server is still there. */
    private static Map<String, String> prepared(Options options, Report report, Database database) throws Exception {
        if (options.text("fill", "yes").equals("no")) {
            if (!Files.exists(KEYS)) {
                throw new Unmeasurable("--fill no wants the database of an earlier run, on the server of BENCH_PG_HOST");
            }
            Map<String, String> settings = settings(database);
            List<String> kept = Files.readAllLines(KEYS);
            settings.put("PEERLINE_ADMIN_KEY", kept.get(0));
            settings.put("PEERLINE_ENCRYPTION_KEYSET", kept.get(1));
            return settings;
        }
        Map<String, String> settings = filled(options, report, database);
        Files.write(
                KEYS,
                List.of(
                        settings.get("PEERLINE_ADMIN_KEY"),
                        settings.get("PEERLINE_ENCRYPTION_KEYSET").replaceAll("\\s+", " ")));
        return settings;
    }

    private static Map<String, String> settings(Database database) {
        Map<String, String> settings = Service.settings(database, DATABASE);
        settings.put("PEERLINE_SMS_GATEWAY", "simulator");
        // What falls due by the clock would change what is on the pages while they are measured.
        settings.put("PEERLINE_CLOCK_ENABLED", "false");
        return settings;
    }

    private static Map<String, String> filled(Options options, Report report, Database database) throws Exception {
        int open = options.number("open", 3_000);
        int past = options.number("past", 1_000_000);
        int peers = options.number("peers", 20_000);
        int waiting = options.number("waiting", 5_000);
        long began = System.nanoTime();
        database.create(DATABASE);
        Map<String, String> settings = settings(database);
        DemoData.make(settings, peers, past, waiting);
        database.execute(
                DATABASE, Files.readString(Path.of("bench/sql/desk.sql")).replace("{open}", Integer.toString(open)));
        database.settle(DATABASE);
        report.say(
                "%d peers, %d past requests, %d open, %d waiting; made in %d s: %d MB",
                peers,
                past,
                open,
                waiting,
                (System.nanoTime() - began) / 1_000_000_000L,
                database.number(DATABASE, "select pg_database_size(current_database()) / 1048576"));
        return settings;
    }

    /** The way of the first reader after a start: the form, the sign-in, the first page. */
    private static void cold(int starts, Map<String, String> settings, String key, Report report) throws IOException {
        var first = new ArrayList<Double>();
        for (int n = 1; n <= starts; n++) {
            try (var service = Service.start(settings);
                    var reader = new Reader(service.url())) {
                double form = reader.page("/console/sign-in").nanos() / MILLION;
                double signIn = reader.signIn(key).nanos() / MILLION;
                first.add(reader.page(FIRST).nanos() / MILLION);
                report.say(
                        "start %d: form %.0f ms, sign-in %.0f ms, first page %.0f ms; load %s",
                        n, form, signIn, first.get(n - 1), Machine.load());
            }
        }
        if (starts == 0) {
            return;
        }
        report.say(
                "FIRST PAGE AFTER A START: %.0f ms (median of %d; wanted %d)", Medians.of(first), starts, WANTED_MILLIS);
    }

    private static void warm(Reader reader, int times, Report report) throws IOException {
        var pages = new ArrayList<>(PAGES);
        Matcher peer = PEER.matcher(reader.page("/console/roster").text());
        if (!peer.find()) {
            throw new Unmeasurable("the roster shows nobody");
        }
        pages.add(peer.group());
        for (String page : pages) {
            for (int n = 0; n < times / 2; n++) {
                reader.page(page);
            }
        }
        report.say("%-36s %9s %9s %9s", "page", "median ms", "95th ms", "bytes");
        for (String page : pages) {
            var nanos = new long[times];
            int bytes = 0;
            for (int n = 0; n < times; n++) {
                Reader.Answer answer = reader.page(page);
                nanos[n] = answer.nanos();
                bytes = answer.bytes();
            }
            long late = Medians.percentile(nanos, 0.95);
            report.say(
                    "%-36s %9.1f %9.1f %9d",
                    PEER.matcher(page).replaceAll("/console/roster/<peer>"),
                    Medians.percentile(nanos, 0.5) / MILLION,
                    late / MILLION,
                    bytes);
            if (page.equals(FIRST)) {
                report.say("FIRST PAGE: %.1f ms at the 95th (wanted %d)", late / MILLION, WANTED_MILLIS);
            }
        }
        report.say("load after: %s", Machine.load());
    }

    private static void weigh(Reader reader, Report report) throws IOException {
        Reader.Answer first = reader.page(FIRST);
        Set<String> needed = new LinkedHashSet<>();
        Matcher found = NEEDED.matcher(first.text());
        while (found.find()) {
            needed.add(found.group(1).replace("&amp;", "&"));
        }
        int bytes = first.bytes();
        for (String address : needed) {
            bytes += reader.page(address).bytes();
        }
        report.say("WEIGHT: %d bytes with %d files (wanted %d at most)", bytes, needed.size(), MOST_BYTES);
    }
}
