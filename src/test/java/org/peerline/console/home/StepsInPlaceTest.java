package org.peerline.console.home;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** The first screen's buttons do the usual step where they stand, with and without a script. */
@PeerlineTest
class StepsInPlaceTest extends RestWorld {
    @Inject
    Jdbi database;

    @Inject
    Limits limits;

    @Inject
    Tasks tasks;

    private ConsoleSession coordinator;
    private String reference;

    @BeforeEach
    void sam_is_with_amara() {
        programme.peer(Samples.amara());
        reference = opens(Samples.sam()).getString("reference");
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void details_are_sent_again_and_the_lanes_come_back() {
        int before = sam().received().size();
        inPlace("/console/lanes/details-text/" + reference)
                .then()
                .statusCode(200)
                .body(startsWith("<div id=\"lanes\""))
                .body(containsString("are on their way again"))
                .body(containsString("hx-swap-oob"));
        programme.settle();
        assertEquals(before + 1, sam().received().size());
        coordinator
                .form()
                .post("/console/lanes/details-text/" + reference)
                .then()
                .statusCode(303)
                .header("Location", "/base/console?done=details-sent");
    }

    @Test
    void request_whose_peer_does_not_answer_goes_to_another_after_a_second_press() {
        programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002"));
        sam().texts(relay(), "Hello?");
        coordinator
                .page()
                .get("/console")
                .then()
                .body(containsString("<details><summary class=\"button\""))
                .body(containsString("action=\"/base/console/lanes/reassign/" + reference));
        inPlace("/console/lanes/reassign/" + reference)
                .then()
                .statusCode(200)
                .body(containsString("given to somebody else"));
        assertEquals(
                "PEER_DOES_NOT_ANSWER",
                database.withHandle(
                        handle -> handle.select("select detail from audit_event where action = 'REASSIGNED'")
                                .mapTo(String.class)
                                .one()));
    }

    @Test
    void safety_flags_come_first_and_are_looked_at_before_they_are_dealt_with() {
        sam().texts(relay(), "HELP");
        String page = coordinator.page().get("/console").asString();
        assertTrue(page.indexOf("lane-safety") < page.indexOf("lane-waiting"));
        String safety = page.split("id=\"lane-safety\"")[1].split("</section>")[0];
        assertTrue(safety.contains("href=\"/base/console/requests/" + reference + "\"") && !safety.contains("<form"));
        String shown = coordinator.page().get("/console/requests/" + reference).asString();
        String done =
                shown.split("id=\"to-look-at\"")[1].split("action=\"/base")[1].split("\"")[0];
        coordinator.form().post(done).then().statusCode(303);
        coordinator.page().get("/console").then().body(containsString("There is no safety flag."));
    }

    @Test
    void page_to_the_lead_that_did_not_arrive_is_a_safety_flag() {
        var peer = Subject.of(
                Subject.Kind.PEER,
                programme.peer(Samples.peer("Dr Robin A", "Robin Ashworth", "+447400300002", "7000002")));
        tasks.raise(TaskKind.SAFEGUARDING_NOT_REACHED, peer, Optional.empty());
        String page = coordinator.page().get("/console").asString();
        String words = "Ring the lead and the peer at once";
        assertTrue(page.split("id=\"lane-safety\"")[1].split("</section>")[0].contains(words));
        assertEquals(1, page.split(words, -1).length - 1, "and nowhere else");
    }

    @Test
    void failed_text_is_sent_again_where_that_is_possible_and_led_to_where_it_is_not() {
        database.useHandle(handle -> handle.execute("update message set status = 'FAILED'"));
        String id = database.withHandle(handle -> handle.select("select id::text from message limit 1")
                .mapTo(String.class)
                .one());
        coordinator.page().get("/console").then().body(containsString("action=\"/base/console/lanes/texts/" + id));
        inPlace("/console/lanes/texts/" + id).then().statusCode(200).body(containsString("on its way again"));
        database.useHandle(handle -> handle.execute("update message set status = 'UNKNOWN'"));
        coordinator
                .page()
                .get("/console")
                .then()
                .body(allOf(
                        containsString("href=\"/base/console/texts?id=" + id),
                        not(containsString("/console/lanes/texts/" + id))));
    }

    @Test
    void step_that_somebody_else_has_taken_is_told_and_the_lanes_are_as_they_are_now() {
        database.useHandle(handle -> handle.execute("update message set status = 'DELIVERED'"));
        String id = database.withHandle(handle -> handle.select("select id::text from message limit 1")
                .mapTo(String.class)
                .one());
        inPlace("/console/lanes/texts/" + id)
                .then()
                .statusCode(200)
                .body(containsString("Things have changed meanwhile"))
                .body(startsWith("<div id=\"lanes\""));
    }

    @Test
    void step_that_texts_somebody_too_often_is_told_in_place_and_takes_nothing() {
        for (int n = 0; n < 5; n++) {
            inPlace("/console/lanes/details-text/" + reference).then().body(containsString("are on their way again"));
        }
        programme.settle();
        int texts = sam().received().size();
        inPlace("/console/lanes/details-text/" + reference)
                .then()
                .statusCode(200)
                .body(containsString("That was too often"))
                .body(startsWith("<div id=\"lanes\""));
        String key =
                database.withHandle(handle -> handle.select("select id::text from api_key order by id desc limit 1")
                        .mapTo(String.class)
                        .one());
        IntStream.range(0, 1001)
                .anyMatch(
                        use -> limits.use(Limit.TEXTS_PER_KEY, "api_key:" + key).isPresent());
        inPlace("/console/lanes/reassign/" + reference).then().body(containsString("That was too often"));
        coordinator.form().post("/console/lanes/reassign/" + reference).then().statusCode(429);
        programme.settle();
        assertEquals(texts, sam().received().size());
    }

    @Test
    void call_handler_takes_no_step_of_a_coordinator() {
        ConsoleSession.as(Role.INTAKE)
                .form()
                .header("HX-Request", "true")
                .post("/console/lanes/details-text/" + reference)
                .then()
                .statusCode(403);
    }

    private Response inPlace(String path) {
        return coordinator.form().header("HX-Request", "true").post(path);
    }

    private String relay() {
        return database.withHandle(handle -> handle.select("select relay_number from assignment where status = 'OPEN'")
                .mapTo(String.class)
                .one());
    }
}
