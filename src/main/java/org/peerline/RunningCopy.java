package org.peerline;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** The copy of the service that runs on this machine, as commands ask it. */
final class RunningCopy {
    private RunningCopy() {}

    static int port(Config config) {
        return config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080);
    }

    static URI address(Config config) {
        return URI.create("http://127.0.0.1:" + port(config));
    }

    /** @throws IOException when nothing answers for so long */
    static HttpResponse<String> answer(HttpRequest.Builder question, Duration patience)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .connectTimeout(patience)
                .build()
                .send(question.timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
    }
}
