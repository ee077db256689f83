package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.assignments.Conversations;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Leaks;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedIn;

/** A stolen database, a log file and the metrics tell nothing about anybody. */
@PeerlineTest
class NothingPersonalIsInClearTest extends Journey {
    /** Every name, number, address, date and text that the journey uses, and other ways to write them. */
    private static final List<String> PERSONAL = List.of(
            "Okafor",
            "Amara",
            "Nwosu",
            "Dr Amara N",
            "7400200001",
            "07400 200001",
            "7400300001",
            "7400900009",
            "High Street",
            "Flat 3",
            "Huddersfield",
            "LS1 1AA",
            "LS11AA",
            "1994-05-17",
            "17/05/1994",
            "17 May",
            "Foundation doctor",
            "7000001",
            "BLACK_AFRICAN",
            "Palliative",
            "things are hard",
            "glad you wrote",
            "written through the API",
            "is that you",
            "Bradford Royal",
            "Peter Jones",
            "Parkinson",
            "7400200002",
            "sister");

    @Inject
    Jdbi jdbi;

    @Inject
    Conversations conversations;

    @Inject
    SignedIn signedIn;

    private Leaks leaks;

    @BeforeEach
    void listen() {
        leaks = new Leaks(jdbi);
    }

    @AfterEach
    void stop_listening() {
        leaks.close();
    }

    @Test
    void database_log_and_metrics_of_a_whole_journey_hold_no_personal_word() {
        String requester = play();
        String key = ApiKeys.with(Role.COORDINATOR);
        ApiKeys.bearer(key)
                .get("/v1/requesters/" + requester + "/export?reason=COMPLAINT")
                .then()
                .statusCode(200);
        goWrong(key);

        leaks.holdNone(PERSONAL, "first_text_relayed", "person_exported", "http_server_requests");
    }

    /** Mistakes and faults are where words get into logs. */
    private void goWrong(String key) {
        var broken = Samples.request("Alexandra Parkinson", "+447400200002");
        broken.put("dateOfBirth", "17/05/1994");
        broken.put("sister", "Alexandra Parkinson");
        ApiKeys.bearer(key).body(broken).post("/v1/requests").then().statusCode(400);
        ApiKeys.bearer(key)
                .body("{\"name\": \"Alexandra Parkinson\", ")
                .post("/v1/requests")
                .then()
                .statusCode(400);
        ApiKeys.bearer(key).body(Samples.sam()).post("/v1/requests").then().statusCode(409);
        ApiKeys.bearer(key).get("/v1/requests?reference=Okafor").then().statusCode(400);
        ApiKeys.bearer(key).get("/v1/peers/Okafor").then().statusCode(404);
        ApiKeys.bearer(key).get("/Okafor/07400%20200001").then().statusCode(404);
        ApiKeys.bearer("Okafor").get("/v1/peers").then().statusCode(401);
    }

    @Test
    void value_moved_to_another_column_does_not_open() {
        play();
        var assignment = onlyAssignment();
        open(assignment);
        jdbi.useHandle(handle -> handle.execute("update requester set job_role = name"));

        assertThrows(IllegalStateException.class, () -> open(assignment));
    }

    @Test
    void values_of_two_rows_that_were_swapped_do_not_open() {
        String sam = play();
        opens(Samples.request("Alexandra Parkinson", "+447400200002"));
        phone("+447400200002").receives("Amara");
        jdbi.useHandle(
                handle -> handle.execute("update requester r set name = o.name from requester o where o.id <> r.id"));

        ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requesters/" + sam + "/export?reason=COMPLAINT")
                .then()
                .statusCode(500);
    }

    @Test
    void words_of_two_texts_of_one_person_that_were_swapped_do_not_open() {
        play();
        String token = signedIn.tokenOf(new PhoneNumber(Samples.AMARAS_NUMBER));
        amara().receives("code");
        jdbi.useHandle(handle -> handle.execute("update message m set body = o.body from message o"
                + " where m.author = 'PEER' and o.author = 'REQUESTER'"));

        ApiKeys.bearer(token)
                .get("/v1/assignments/" + onlyAssignment() + "/messages")
                .then()
                .statusCode(500);
    }

    private UUID onlyAssignment() {
        return jdbi.withHandle(handle ->
                handle.select("select id from assignment").mapTo(UUID.class).one());
    }

    private void open(UUID assignment) {
        QuarkusTransaction.requiringNew().run(() -> {
            var conversation = conversations.of(assignment);
            conversation.requesterFirstName();
            conversation.requesterJobRole();
            conversation.requesterNumber();
        });
    }

    private String play() {
        programme.peer(Samples.amara());
        var request = Samples.sam();
        request.put(
                "address",
                Map.of("line1", "1 High Street", "line2", "Flat 3", "town", "Huddersfield", "postcode", "LS1 1AA"));
        request.put("employers", List.of("Bradford Royal Infirmary"));
        request.put("avoid", Map.of("names", List.of("Peter Jones")));
        request.put("ethnicity", "BLACK_AFRICAN");
        request.put("specialty", "Palliative medicine");
        String requester = opens(request).getString("requester.id");
        sam().receives("Amara");
        sam().replies("Hello Amara, things are hard at work");
        amara().receives("things are hard");
        amara().replies("I am glad you wrote");
        sam().receives("glad you wrote");
        String token = signedIn.tokenOf(new PhoneNumber(Samples.AMARAS_NUMBER));
        amara().receives("code");
        ApiKeys.bearer(token)
                .header("Idempotency-Key", "written-once")
                .body(Map.of("body", "This is written through the API"))
                .post("/v1/assignments/" + onlyAssignment() + "/messages")
                .then()
                .statusCode(201);
        sam().receives("written through the API");
        phone("+447400900009").texts(sam().received().get(0).from(), "Amara Nwosu, is that you?");
        phone("+447400900009").receives("999");
        return requester;
    }
}
