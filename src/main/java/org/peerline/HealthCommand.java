package org.peerline;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** Asks the copy on this machine whether it is ready. Images without curl use it as their health check. */
final class HealthCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private HealthCommand() {}

    /** The exit code: 0 ready, 1 not. */
    static int run(Config config) {
        var question = HttpRequest.newBuilder(RunningCopy.address(config).resolve("/q/health/ready"));
        try {
            var answer = RunningCopy.answer(question, PATIENCE);
            System.out.println(answer.body());
            return answer.statusCode() == 200 ? 0 : 1;
        } catch (IOException e) {
            System.err.println("Nothing answers on port " + RunningCopy.port(config) + ".");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
