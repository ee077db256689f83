package org.peerline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openqa.selenium.Keys;
import org.peerline.testkit.Browser;
import org.peerline.testkit.PackagedService;

/** Makes the pictures of the README from the packaged service: {@code docs/screenshots.sh}. */
public final class Screenshots {
    private static final int STEPS = 5;
    private static final List<String> PEOPLE = List.of("Alex Hughes", "Priti Shah", "Tomos Rees", "Ines Duarte");

    private final HttpClient http = HttpClient.newHttpClient();
    private final PackagedService service;
    private final Path data;

    private Screenshots(PackagedService service, Path data) {
        this.service = service;
        this.data = data;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Path.of(arguments[0]);
        Path data = Files.createTempDirectory("peerline-screenshots");
        try (var service = PackagedService.start(data)) {
            new Screenshots(service, data).take(directory);
        }
    }

    private void take(Path directory) throws IOException, InterruptedException {
        Browser browser = Browser.fresh();
        browser.open(service.url() + "/simulator");
        browser.awaitText("Live: texts appear");
        for (int step = 0; step < STEPS; step++) {
            int now = step;
            browser.await(
                    "the next step",
                    there -> browser.all("#next[aria-disabled=true]").isEmpty() ? true : null);
            browser.click("#next");
            browser.await(
                    "step " + step,
                    there -> browser.all("#story li").get(now).getAttribute("aria-current") != null ? true : null);
        }
        browser.awaitText("Agreed by you both");
        browser.run("document.getElementById('phones').previousElementSibling.previousElementSibling.hidden = true;"
                + "window.scrollTo(0, document.querySelector('.notice').offsetTop)");
        browser.keepPicture(directory.resolve("simulator.png"));

        String admin = Files.readString(data.resolve("admin-key")).strip();
        String key =
                value(post("/v1/api-keys", admin, "{\"name\": \"Coordination\", \"roles\": [\"COORDINATOR\"]}"), "key");
        busyMorning(key);
        browser.open(service.url() + "/console");
        browser.find("#key").sendKeys(key, Keys.ENTER);
        browser.awaitText("Whose move is it?");
        browser.keepPicture(directory.resolve("console.png"));
    }

    /** Somebody waits, somebody has been answered by nobody, a text has failed, and somebody asked for help. */
    private void busyMorning(String key) throws IOException, InterruptedException {
        simulated("/simulator/deliveries", "{\"number\": \"" + number(0) + "\", \"next\": \"FAIL\"}");
        for (int i = 0; i < PEOPLE.size(); i++) {
            boolean nobodyWill = i == PEOPLE.size() - 1;
            String answer = post("/v1/requests", key, """
                    {"name": "%s", "contactNumber": "%s", "dateOfBirth": "1990-01-01", "jobRole": "GP",
                     "address": {"line1": "1 High Street", "postcode": "LS1 1AA"}%s}""".formatted(
                            PEOPLE.get(i),
                            number(i),
                            nobodyWill
                                    ? ", \"wishes\": {\"specialty\": \"Aviation medicine\", \"musts\": [\"specialty\"]}"
                                    : ""));
            if (i == 1) {
                says(number(i), value(answer, "relayNumber"), "Hello, I would like to talk to somebody.");
            }
        }
        says(number(2), "+447700900000", "HELP");
    }

    private static String number(int person) {
        return "+4477009006%02d".formatted(person);
    }

    private void says(String from, String to, String words) throws IOException, InterruptedException {
        simulated("/simulator/messages", """
                {"from": "%s", "to": "%s", "body": "%s"}""".formatted(from, to, words));
    }

    private void simulated(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
    }

    private String post(String path, String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static String value(String json, String property) {
        return json.replaceAll("(?s).*\"" + property + "\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
