package bench.intake;

import bench.Api;
import bench.Benchmark;
import bench.Costs;
import bench.Database;
import bench.DemoData;
import bench.Machine;
import bench.Medians;
import bench.Options;
import bench.Pgbench;
import bench.Report;
import bench.Service;
import bench.Unmeasurable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many requests a second are opened and assigned, all checks on, as a ratio to what pgbench makes of the least SQL of
 * the same transaction on the same tables, in rounds taken in turn.
 */
public final class IntakeBenchmark implements Benchmark {
    private static final String DATABASE = "peerline";
    private static final String MINIMUM = "minimum";
    private static final String SCRIPT = "minimum-intake.sql";

    private final AtomicInteger callers = new AtomicInteger();

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 3);
        int requests = options.number("requests", 3_000);
        int connections = options.number("connections", 16);
        int peers = options.number("peers", 4_000);
        try (var database = Database.open()) {
            var pgbench = new Pgbench(database);
            Map<String, String> settings = prepared(database, DATABASE, peers);
            prepared(database, MINIMUM, peers);
            report.say("PostgreSQL %s, java %s, %d peers", database.version(), Service.javaOptions(), peers);
            // Texts are sent by another copy of the service, as the transaction of a request does not send.
            settings.put("PEERLINE_CLOCK_ENABLED", options.text("dispatch", "off").equals("on") ? "true" : "false");
            try (var service = Service.start(settings)) {
                Api api = new Api(service, settings.get("PEERLINE_ADMIN_KEY")).as("INTAKE");
                report.say("warming up");
                for (int n = 0; n < options.number("warm-up", 2); n++) {
                    round(service, api, connections, requests);
                }
                pgbench.rate(MINIMUM, SCRIPT, 3);
                var minimums = new ArrayList<Double>();
                var rates = new ArrayList<Double>();
                for (int n = 1; n <= rounds; n++) {
                    database.settle(MINIMUM);
                    double minimum = pgbench.rate(MINIMUM, SCRIPT, options.number("pgbench-seconds", 8));
                    database.settle(DATABASE);
                    Costs before = Costs.now(service, database);
                    double rate = round(service, api, connections, requests);
                    String costs = before.eachUntil(Costs.now(service, database), requests);
                    minimums.add(minimum);
                    rates.add(rate);
                    report.say(
                            "round %d: pgbench %.0f/s, opened and assigned %.0f/s, ratio %.2f; processor time of each: %s; load %s",
                            n, minimum, rate, rate / minimum, costs, Machine.load());
                }
                report.say(
                        "MEDIANS: pgbench %.0f/s, opened and assigned %.0f/s, ratio %.2f (wanted 0.40)",
                        Medians.of(minimums), Medians.of(rates), Medians.of(rates) / Medians.of(minimums));
                account(report, database);
            }
        }
    }

    /** A database with a roster on which nobody gets full. */
    private static Map<String, String> prepared(Database database, String name, int peers) throws Exception {
        database.create(name);
        Map<String, String> settings = Service.settings(database, name);
        // Everybody with whom a peer talks at one time has another number for them.
        settings.put("PEERLINE_RELAY_NUMBERS", relayNumbers());
        DemoData.make(settings, peers, 0, 0);
        // Half of them at any time of the day, so that the hour at which this runs is none of its conditions.
        database.execute(
                name,
                "update peer set capacity = 50, monthly_cap = 500,"
                        + " availability = case when abs(hashtext(mobile_key)) % 2 = 0 then '' else 'MONDAY 03:00 03:01' end",
                "vacuum full peer",
                "analyze");
        return settings;
    }

    static String relayNumbers() {
        return IntStream.range(0, 50).mapToObj("+4474001%05d"::formatted).collect(Collectors.joining(","));
    }

    private double round(Service service, Api api, int connections, int requests) throws Exception {
        var threads = Executors.newFixedThreadPool(connections);
        int upTo = callers.get() + requests;
        try {
            List<Callable<Void>> loops = new ArrayList<>();
            for (int n = 0; n < connections; n++) {
                loops.add(() -> {
                    try (var caller = new Caller(service.url(), api.key())) {
                        for (int at = callers.getAndIncrement(); at < upTo; at = callers.getAndIncrement()) {
                            caller.open(at);
                        }
                    }
                    return null;
                });
            }
            long began = System.nanoTime();
            for (Future<Void> loop : threads.invokeAll(loops)) {
                loop.get();
            }
            return requests * 1e9 / (System.nanoTime() - began);
        } catch (ExecutionException refused) {
            throw new Unmeasurable(refused.getCause().getMessage() + "\n" + service.output());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void account(Report report, Database database) throws Exception {
        long broken = database.number(
                DATABASE,
                "select count(*) from support_request r where not exists (select 1 from assignment a join message m on"
                        + " m.assignment_id = a.id where a.request_id = r.id and a.status = 'OPEN')");
        report.say(
                "accounted for: %d requests, %d without an open assignment and its text",
                database.number(DATABASE, "select count(*) from support_request"), broken);
        if (broken > 0) {
            throw new Unmeasurable("a request was opened but not assigned");
        }
    }
}
