package bench;

/** Something worth measuring. A run that cannot be trusted ends with {@link Unmeasurable}, never with a number. */
public interface Benchmark {
    String name();

    void run(Options options, Report report) throws Exception;
}
