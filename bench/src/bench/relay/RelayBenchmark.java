package bench.relay;

import bench.Api;
import bench.Benchmark;
import bench.Costs;
import bench.Database;
import bench.History;
import bench.Machine;
import bench.Medians;
import bench.Options;
import bench.Pgbench;
import bench.Report;
import bench.Service;
import bench.relay.Conversations.Side;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How many texts a second the service relays, and how long one takes: signed webhooks in, masked texts posted to a
 * provider on loopback. The rate is a ratio to what pgbench makes of the least thinkable service on the same server, in
 * rounds taken in turn.
 */
public final class RelayBenchmark implements Benchmark {
    private static final String DATABASE = "peerline";
    private static final String MINIMUM = "minimum";

    private int written;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public void run(Options options, Report report) throws Exception {
        int rounds = options.number("rounds", 3);
        int texts = options.number("texts", 40_000);
        int connections = options.number("connections", 256);
        int perSecond = options.number("per-second", 1_000);
        int openSeconds = options.number("open-seconds", 20);
        try (var database = Database.open();
                var wire = new Wire()) {
            var pgbench = new Pgbench(database);
            database.create(MINIMUM).executeFile(MINIMUM, "minimum-tables.sql");
            database.create(DATABASE);
            report.say("PostgreSQL %s, java %s", database.version(), Service.javaOptions());
            Map<String, String> settings = settings(database, wire, options);
            try (var first = Service.start(settings)) {
                report.say("ready after %d ms on an empty database (with every migration)", first.readyMillis());
            }
            History.fill(
                    database,
                    DATABASE,
                    options.number("past-requests", 0),
                    10,
                    options.number("past-peers", 20_000),
                    settings.get("PEERLINE_ENCRYPTION_KEYSET"),
                    report);
            try (var service = Service.start(settings)) {
                report.say("ready after %d ms when started again", service.readyMillis());
                Api api = new Api(service, settings.get("PEERLINE_ADMIN_KEY")).as("INTAKE", "COORDINATOR");
                List<Side> sides = introduce(wire, service, api, options.number("conversations", 512), connections);
                // Whatever compiles itself while it runs must have done so.
                report.say("warming up");
                for (int n = 0; n < options.number("warm-up", 2); n++) {
                    closed(wire, connections, sides, texts);
                }
                pgbench.rate(MINIMUM, "minimum-inbound.sql", 3);
                var minimums = new ArrayList<Double>();
                var rates = new ArrayList<Double>();
                var ratios = new ArrayList<Double>();
                for (int n = 1; n <= rounds; n++) {
                    database.settle(MINIMUM);
                    double minimum = pgbench.rate(MINIMUM, "minimum-inbound.sql", options.number("pgbench-seconds", 8));
                    database.settle(DATABASE);
                    Costs before = Costs.now(service, database);
                    Round round = closed(wire, connections, sides, texts);
                    report.say("round %d: processor time for each text: %s", n, before.eachUntil(Costs.now(service, database), texts));
                    minimums.add(minimum);
                    rates.add(round.rate());
                    // Of neighbours in time: the host is not as fast in one minute as in the next.
                    ratios.add(round.rate() / minimum);
                    report.say(
                            "round %d: pgbench %.0f/s, relayed %.0f/s, ratio %.2f; webhook p50 %.1f ms, p99 %.1f ms;"
                                    + " load %s",
                            n,
                            minimum,
                            round.rate(),
                            round.rate() / minimum,
                            Medians.percentile(round.webhookMicros(), 0.5) / 1e3,
                            Medians.percentile(round.webhookMicros(), 0.99) / 1e3,
                            Machine.load());
                }
                report.say(
                        "MEDIANS: pgbench %.0f/s, relayed %.0f/s, ratio %.2f (wanted 0.40, aim 0.60)",
                        Medians.of(minimums), Medians.of(rates), Medians.of(ratios));
                for (int n = 1; n <= rounds; n++) {
                    database.settle(DATABASE);
                    Round round = open(wire, connections, sides, perSecond, openSeconds);
                    times(report, "open loop, %d texts/s".formatted(perSecond), round);
                }
                database.settle(DATABASE);
                times(report, "one text at a time", open(wire, connections, sides, 20, 10));
                report.say(
                        "resident memory at its peak: %d MB; processor time of the service: %d s",
                        service.peakResidentMegabytes(), service.cpuTime().toSeconds());
                account(report, database);
            }
        }
    }

    private static Map<String, String> settings(Database database, Wire wire, Options options) throws Exception {
        Map<String, String> settings = Service.settings(database, DATABASE);
        settings.put("PEERLINE_SMS_GATEWAY", "twilio");
        settings.put("PEERLINE_TWILIO_ACCOUNT_SID", Texts.ACCOUNT);
        settings.put("PEERLINE_TWILIO_AUTH_TOKEN", Texts.TOKEN);
        settings.put("PEERLINE_TWILIO_API_URL", wire.url());
        settings.put("PEERLINE_PUBLIC_URL", Texts.PUBLIC_URL);
        settings.put("PEERLINE_SERVICE_NUMBER", "+447400199999");
        settings.put("PEERLINE_RELAY_NUMBERS", Conversations.relayNumbers());
        // The pace is what carriers take from one number, not what the service can do: as good as none, but kept.
        settings.put("PEERLINE_SMS_SEGMENTS_PER_SECOND", options.text("pace", "0"));
        // Limits against robots: a round has more texts than their day.
        settings.put("PEERLINE_LIMIT_TEXTS_PER_SENDER", "0");
        settings.put("PEERLINE_LIMIT_SEGMENTS_PER_DAY", "0");
        settings.put("PEERLINE_HELPLINE", "0808 157 0001");
        return settings;
    }

    /** Conversations in which both sides have been heard. */
    private List<Side> introduce(Wire wire, Service service, Api api, int conversations, int connections)
            throws Exception {
        var details = new Introductions(wire, api, conversations);
        List<Side> sides = details.open();
        var address = URI.create(service.url());
        wire.connect("127.0.0.1", address.getPort(), connections);
        List<Side> requesters = new ArrayList<>();
        List<Side> peers = new ArrayList<>();
        for (int n = 0; n < sides.size(); n += 2) {
            requesters.add(sides.get(n));
            peers.add(sides.get(n + 1));
        }
        for (List<Side> oneSide : List.of(requesters, peers)) {
            written = 0;
            closed(wire, Math.min(8, connections), oneSide, oneSide.size());
        }
        written = 0;
        return sides;
    }

    private Round closed(Wire wire, int connections, List<Side> sides, int texts) throws Exception {
        byte[][] requests = new Texts().write(sides, written, texts);
        Round round = new Round(wire, connections, sides, written, requests, null);
        written += texts;
        return round.play();
    }

    /** Arrivals as they come in life: at random, so many a second on average, whether the service keeps up or not. */
    private Round open(Wire wire, int connections, List<Side> sides, int perSecond, int seconds) throws Exception {
        // So few texts keep few connections busy, and the service ends those that nobody uses.
        wire.connectAnew();
        int texts = perSecond * seconds;
        byte[][] requests = new Texts().write(sides, written, texts);
        var random = new Random(42);
        var due = new long[texts];
        double at = 0;
        for (int n = 0; n < texts; n++) {
            at += -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            due[n] = (long) at;
        }
        Round round = new Round(wire, connections, sides, written, requests, due);
        written += texts;
        return round.play();
    }

    private static void times(Report report, String what, Round round) {
        long[] webhook = round.webhookMicros();
        long[] inToOut = round.inToOutMicros();
        report.say(
                "%s: webhook p50 %.1f ms, p99 %.1f ms; in to out p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                what,
                Medians.percentile(webhook, 0.5) / 1e3,
                Medians.percentile(webhook, 0.99) / 1e3,
                Medians.percentile(inToOut, 0.5) / 1e3,
                Medians.percentile(inToOut, 0.99) / 1e3,
                Medians.percentile(inToOut, 1) / 1e3);
    }

    /** What the wire saw is what the database says. */
    private void account(Report report, Database database) throws Exception {
        long waited = System.nanoTime();
        long unsettled = 1;
        while (unsettled > 0 && System.nanoTime() - waited < 10_000_000_000L) {
            unsettled = database.number(DATABASE, "select count(*) from message where status <> 'SENT'");
        }
        long relayed = database.number(DATABASE, "select count(*) from message where kind = 'RELAYED'");
        report.say("accounted for: %d texts relayed, %d of them not recorded as sent", relayed, unsettled);
        if (unsettled > 0) {
            throw new bench.Unmeasurable("the service's own record does not agree with what was sent");
        }
    }
}
