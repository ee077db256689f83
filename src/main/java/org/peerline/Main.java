package org.peerline;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import org.peerline.demo.DemoDataCommand;
import org.peerline.embedded.EmbeddedDefaults;
import org.peerline.embedded.GeneratedKeys;

/** Runs the service, or one of the small commands that an operator needs before it runs. */
@QuarkusMain
public final class Main {
    private static final String USAGE = """
            Without a command the service runs. Commands:
              keyset      print a new value for PEERLINE_ENCRYPTION_KEYSET; with new and a file, write one there;
                          with exchange, change its wrapping key while the service runs and destroy the former one;
                          with add|use|drop, the same step by step (docs/operations.md)
              reindex     exchange the index key of the keyset: while no copy of the service runs (docs/operations.md)
              verify-audit  read the whole audit again and say whether it is what was sealed; exit code 0 means yes
              admin-key   print a new value for PEERLINE_ADMIN_KEY
              demo-data   fill a database without real people: demo-data --peers 20000 --requests 1000000 --waiting 5000
              health      ask the copy that runs on this machine whether it is ready; exit code 0 means yes""";

    private Main() {}

    public static void main(String... args) {
        if (args.length == 0) {
            runService();
            return;
        }
        switch (args[0]) {
            case "keyset" -> System.exit(KeysetCommand.run(args, ConfigProvider.getConfig()));
            case "reindex" -> reindex();
            case "verify-audit" -> System.exit(VerifyAuditCommand.run(ConfigProvider.getConfig()));
            case "admin-key" -> System.out.println(GeneratedKeys.newApiKey());
            case "demo-data" -> makeDemoData(args);
            case "health" -> System.exit(HealthCommand.run(ConfigProvider.getConfig()));
            case "help", "--help", "-h" -> System.out.println(USAGE);
            default -> {
                System.err.println("There is no command '" + args[0] + "'.\n" + USAGE);
                System.exit(2);
            }
        }
    }

    private static void reindex() {
        start();
        int code = ReindexCommand.run(ConfigProvider.getConfig());
        EmbeddedDefaults.close();
        System.exit(code);
    }

    /** The database and the keys are those that the service would use; it serves nobody meanwhile. */
    private static void makeDemoData(String... args) {
        System.setProperty("quarkus.http.port", "0");
        System.setProperty("peerline.clock.enabled", "false");
        System.setProperty("peerline.clock.tick", "off");
        start();
        Quarkus.run(DemoDataCommand.class, Main::end, args);
    }

    private static void runService() {
        start();
        Quarkus.run(Welcome.class, Main::end);
    }

    private static void start() {
        try {
            EmbeddedDefaults.startUnlessConfigured(ConfigProvider.getConfig());
        } catch (RuntimeException e) {
            StartFailure.explain(e);
            System.exit(1);
        }
    }

    /** Reached at every end, also when the start failed half-way: no database server is left behind. */
    private static void end(int exitCode, Throwable failure) {
        if (failure != null) {
            StartFailure.explain(failure);
        }
        EmbeddedDefaults.close();
        ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
    }
}
