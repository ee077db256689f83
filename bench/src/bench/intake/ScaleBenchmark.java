package bench.intake;

import bench.Api;
import bench.Benchmark;
import bench.Database;
import bench.DemoData;
import bench.Machine;
import bench.Medians;
import bench.Options;
import bench.Report;
import bench.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;

/**
 * How much longer an assignment takes where the roster and the past are large: one request at a time, on two databases
 * in turn.
 */
public final class ScaleBenchmark implements Benchmark {
    private static final String SMALL = "small";
    private static final String LARGE = "large";
    private static final int FREED = 50;

    private int callers;

    @Override
    public String name() {
        return "scale";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 5);
        int requests = options.number("requests", 200);
        int peers = options.number("peers", 20_000);
        int past = options.number("past", 1_000_000);
        int waiting = options.number("waiting", 5_000);
        try (var database = Database.open()) {
            Map<String, String> small = prepared(report, database, SMALL, 200, 0, 0);
            Map<String, String> large = prepared(report, database, LARGE, peers, past, waiting);
            try (var few = Service.start(small);
                    var many = Service.start(large)) {
                String fewKey = new Api(few, small.get("PEERLINE_ADMIN_KEY")).as("INTAKE").key();
                String manyKey = new Api(many, large.get("PEERLINE_ADMIN_KEY")).as("INTAKE").key();
                report.say("warming up");
                median(few, fewKey, 5 * requests);
                median(many, manyKey, 5 * requests);
                var ratios = new ArrayList<Double>();
                for (int n = 1; n <= rounds; n++) {
                    double quick = median(few, fewKey, requests);
                    double slow = median(many, manyKey, requests);
                    ratios.add(slow / quick);
                    report.say(
                            "round %d: 200 peers and no past %.2f ms; %d peers, %d past, %d waiting %.2f ms; %.2f times;"
                                    + " load %s",
                            n, quick, peers, past, waiting, slow, slow / quick, Machine.load());
                }
                report.say("MEDIAN: %.2f times (wanted at most 3)", Medians.of(ratios));
                freed(report, database, many, manyKey, waiting);
            }
        }
    }

    private static Map<String, String> prepared(
            Report report, Database database, String name, int peers, int past, int waiting) throws Exception {
        long began = System.nanoTime();
        database.create(name);
        Map<String, String> settings = Service.settings(database, name);
        settings.put("PEERLINE_CLOCK_ENABLED", "false");
        // Nobody is to be passed over because the numbers of a small roster run out.
        settings.put("PEERLINE_RELAY_NUMBERS", IntakeBenchmark.relayNumbers());
        DemoData.make(settings, peers, past, waiting);
        database.execute(name, "update peer set capacity = 50, monthly_cap = 500");
        database.settle(name);
        report.say("%s made in %d s", name, (System.nanoTime() - began) / 1_000_000_000);
        return settings;
    }

    /** What a newcomer waits for when a peer has just become free: everybody who waits is asked first, all in vain. */
    private void freed(Report report, Database database, Service many, String key, int waiting) throws Exception {
        database.execute(
                LARGE,
                "update support_request set wish_musts = '{SPECIALTY}', wish_specialty = 'of nobody'"
                        + " where status = 'WAITING'");
        database.settle(LARGE);
        double undisturbed = median(many, key, FREED);
        var nanos = new long[FREED];
        try (var caller = new Caller(many.url(), key)) {
            for (int n = 0; n < FREED; n++) {
                database.execute(
                        LARGE,
                        "insert into free_place (peer_id, since) select id, now() from peer where status = 'ACTIVE'"
                                + " and open_assignments < capacity order by random() limit 1");
                nanos[n] = caller.open(callers++);
            }
        }
        Arrays.sort(nanos);
        double offered = nanos[FREED / 2] / 1e6;
        report.say(
                "a peer has become free for whom none of %d waiting would do: %.2f ms instead of %.2f ms",
                waiting, offered, undisturbed);
    }

    /** Milliseconds. */
    private double median(Service service, String key, int requests) throws Exception {
        var nanos = new long[requests];
        try (var caller = new Caller(service.url(), key)) {
            for (int n = 0; n < requests; n++) {
                nanos[n] = caller.open(callers++);
            }
        }
        Arrays.sort(nanos);
        return nanos[requests / 2] / 1e6;
    }
}
