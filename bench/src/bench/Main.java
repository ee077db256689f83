package bench;

import bench.intake.IntakeBenchmark;
import bench.intake.ScaleBenchmark;
import bench.pages.PagesBenchmark;
import bench.relay.RelayBenchmark;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the benchmark that is named on the command line. */
public final class Main {
    private static final List<Benchmark> BENCHMARKS = List.of(
            new RelayBenchmark(),
            new StartBenchmark(),
            new IntakeBenchmark(),
            new ScaleBenchmark(),
            new PagesBenchmark());

    private Main() {}

    public static void main(String[] arguments) {
        try {
            Benchmark wanted = BENCHMARKS.stream()
                    .filter(one -> arguments.length > 0 && one.name().equals(arguments[0]))
                    .findFirst()
                    .orElseThrow(() -> new Unmeasurable("name one of: "
                            + BENCHMARKS.stream().map(Benchmark::name).collect(Collectors.joining(", "))));
            var options = new Options(Arrays.copyOfRange(arguments, 1, arguments.length));
            try (var report = new Report(wanted.name())) {
                Machine.describe(report);
                wanted.run(options, report);
            }
            System.exit(0);
        } catch (Unmeasurable why) {
            System.err.println("bench: " + why.getMessage());
            System.exit(1);
        } catch (Exception fault) {
            fault.printStackTrace();
            System.exit(2);
        }
    }
}
