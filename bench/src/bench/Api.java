package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The service's API as a caller with one key sees it. For preparing a run; load has a client of its own. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Service service;
    private final String key;

    public Api(Service service, String key) {
        this.service = service;
        this.key = key;
    }

    /** With a key of its own that has these roles. */
    public Api as(String... roles) {
        var made = post("/v1/api-keys", Map.of("name", "Benchmark", "roles", List.of(roles)));
        return new Api(service, made.path("key").asText());
    }

    public String key() {
        return key;
    }

    /** @throws Unmeasurable unless the answer is a 2xx */
    public JsonNode post(String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Unmeasurable(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException fault) {
            throw new Unmeasurable(path + " did not answer");
        }
    }
}
