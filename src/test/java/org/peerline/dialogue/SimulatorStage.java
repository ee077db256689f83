package org.peerline.dialogue;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.peerline.testkit.Samples;

/** The delivered service with the simulator: phones and clock over HTTP. Its time goes forward only, Monday by Monday. */
final class SimulatorStage implements Stage {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final String url;
    private final String staff;
    private final List<String> peers = new ArrayList<>();
    private Instant now;

    /** @param staff a key with the roles INTAKE and COORDINATOR */
    SimulatorStage(String url, String staff) {
        this.url = url;
        this.staff = staff;
    }

    @Override
    public void begin() {
        closeAll();
        peers.forEach(id ->
                staff().body(Map.of()).post("/v1/peers/" + id + "/pause").then().statusCode(200));
        peers.clear();
        ZonedDateTime monday = now().atZone(ZoneId.of("Europe/London"))
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(LocalTime.of(10, 0));
        clock(Map.of("now", monday.toInstant().toString()));
    }

    @Override
    public String newNumber() {
        return Samples.mobile().e164();
    }

    @Override
    public String serviceNumber() {
        return "+447700900000";
    }

    @Override
    public void peer(String number, String displayName, String fullName, String jobRole) {
        peers.add(staff().body(Roster.peer(number, displayName, fullName, jobRole))
                .post("/v1/peers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        clock(Map.of("advance", "PT0S"));
    }

    @Override
    public void open(String number, String name, String jobRole, boolean neutral, String language) {
        staff().body(Roster.request(number, name, jobRole, neutral, language))
                .post("/v1/requests")
                .then()
                .statusCode(201);
        clock(Map.of("advance", "PT0S"));
    }

    @Override
    public void text(String from, String to, String body) {
        given().baseUri(url)
                .contentType("application/json")
                .body(Map.of("from", from, "to", to, "body", body))
                .post("/simulator/messages")
                .then()
                .statusCode(200);
    }

    @Override
    public List<Received> on(String number) {
        List<Map<String, String>> texts = given().baseUri(url)
                .queryParam("number", number)
                .get("/simulator/messages")
                .then()
                .statusCode(200)
                .extract()
                .path("messages");
        return texts.stream()
                .filter(text -> text.get("direction").equals("RECEIVED"))
                .map(text -> new Received(text.get("from"), text.get("body")))
                .toList();
    }

    @Override
    public List<Received> on(String number, int atLeast) {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        List<Received> texts = on(number);
        while (texts.size() < atLeast && System.nanoTime() < patience) {
            // The service's own beat may be sending it just now.
            LockSupport.parkNanos(A_MOMENT.toNanos());
            clock(Map.of("advance", "PT0S"));
            texts = on(number);
        }
        return texts;
    }

    @Override
    public void pass(Duration length) {
        clock(Map.of("advance", length.toString()));
    }

    /** Simulated phones have every text at once; the rest of such a dialogue is for signed webhooks. */
    @Override
    public void textAhead(String from, String to, String body) {
        Assumptions.abort("texts arrive at once on simulated phones");
    }

    /** As it was when time or somebody last moved; what ticks by in between is less than any dialogue speaks of. */
    @Override
    public Instant now() {
        return now;
    }

    @Override
    public List<String> tasksSince(Instant moment) {
        return Roster.tasks(page("/v1/tasks?limit=200"), moment);
    }

    @Override
    public void closeAll() {
        for (String status : Roster.OPEN) {
            List<String> ids = page("/v1/requests?limit=200&status=" + status).getList("items.id");
            ids.forEach(id -> staff().body(Map.of("outcome", "COMPLETED"))
                    .post("/v1/requests/" + id + "/close")
                    .then()
                    .statusCode(200));
        }
        clock(Map.of("advance", "PT0S"));
    }

    private JsonPath page(String path) {
        return staff().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** Everything that is due has happened when this returns. */
    private void clock(Map<String, String> move) {
        JsonPath moved = given().baseUri(url)
                .contentType("application/json")
                .body(move)
                .post("/simulator/clock")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        now = Instant.parse(moved.getString("now"));
    }

    private RequestSpecification staff() {
        return given().baseUri(url).header("Authorization", "Bearer " + staff).contentType("application/json");
    }
}
