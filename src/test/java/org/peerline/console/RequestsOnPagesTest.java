package org.peerline.console;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** What coordinators and call handlers do with requests on the pages, without any script. */
@PeerlineTest
class RequestsOnPagesTest extends RestWorld {
    private static final Map<String, String> SAM = Map.of(
            "name", "Sam Okafor",
            "contactNumber", "07400 200001",
            "address.line1", "1 High Street",
            "address.town", "Leeds",
            "address.postcode", "ls1 1aa",
            "dateOfBirth.day", "17",
            "dateOfBirth.month", "5",
            "dateOfBirth.year", "1994",
            "jobRole", "Foundation doctor");

    @Inject
    Jdbi database;

    private ConsoleSession coordinator;

    @BeforeEach
    void amara_is_on_the_roster() {
        programme.peer(Samples.amara());
        coordinator = ConsoleSession.as(Role.COORDINATOR);
    }

    @Test
    void call_handler_opens_a_request_and_has_sentences_to_read_out() {
        ConsoleSession handler = ConsoleSession.as(Role.INTAKE);
        String page =
                sends(handler.form(), SAM).then().statusCode(303).extract().header("Location");
        handler.page()
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("Your peer supporter is Dr Amara N, GP."))
                .body(containsString("Samaritans on 116 123"))
                .body(not(containsString("Close the request")));
        sam().receives("Your peer supporter is Dr Amara N");
    }

    @Test
    void what_is_read_out_to_whoever_waits_is_what_their_text_says() {
        coordinator
                .page()
                .get("/console/intake")
                .then()
                .statusCode(200)
                .body(containsString("go through a number of ours"))
                .body(not(containsString("Your colleague will not see it")));
        var avoiding = new TreeMap<>(SAM);
        avoiding.put("avoid.names", "Amara Nwosu");
        readOutTo(avoiding, "We have nobody yet whom we could put you in touch with");
        sam().receives("we have nobody yet whom we could put you in touch with");
        var wishing = new TreeMap<>(SAM);
        wishing.put("contactNumber", "07400 200002");
        wishing.put("name", "Alex Park");
        wishing.put("wishes.gender", "MALE");
        wishing.put("wishes.musts", "gender");
        readOutTo(wishing, "Nobody who meets your wishes is free at this moment");
        phone("+447400200002").receives("nobody who meets your wishes is free at this moment");
        database.useHandle(handle -> handle.execute("update peer set status = 'PAUSED'"));
        var other = new TreeMap<>(SAM);
        other.put("contactNumber", "07400 200003");
        other.put("name", "Robin Field");
        readOutTo(other, "Nobody is free at this moment");
        phone("+447400200003").receives("nobody is free at this moment");
    }

    private void readOutTo(Map<String, String> caller, String sentence) {
        ConsoleSession handler = ConsoleSession.as(Role.INTAKE);
        String page =
                sends(handler.form(), caller).then().statusCode(303).extract().header("Location");
        handler.page().get(page).then().statusCode(200).body(containsString(sentence));
        programme.settle();
    }

    @Test
    void every_fault_is_named_at_its_field_and_nothing_has_changed() {
        var before = rows();
        var typed = new TreeMap<>(SAM);
        typed.put("contactNumber", "0113 496 0000");
        typed.put("dateOfBirth.day", "31");
        typed.put("dateOfBirth.month", "2");
        typed.remove("name");
        typed.put("jobRole", "GP <script>");
        sends(coordinator.form(), typed)
                .then()
                .statusCode(400)
                .body(containsString("id=\"name-fault\""))
                .body(containsString("id=\"contactNumber-fault\""))
                .body(containsString("Must be a day that exists"))
                .body(containsString("value=\"GP &lt;script&gt;\""))
                .body(not(containsString("GP <script>")))
                .body(containsString("href=\"#contactNumber\""));
        assertEquals(before, rows());
    }

    @Test
    void membership_numbers_and_control_characters_are_refused_at_their_field() {
        var before = rows();
        var typed = new TreeMap<>(SAM);
        typed.put("jobRole", "GP, BMA 123 4567");
        typed.put("employers", "Leeds General Infirmary\nBMA no. 1234567");
        typed.put("avoid.names", "Peter \u0007Jones");
        sends(coordinator.form(), typed)
                .then()
                .statusCode(400)
                .body(containsString("id=\"jobRole-fault\""))
                .body(containsString("id=\"employers-fault\""))
                .body(containsString("id=\"avoid-names-fault\""))
                .body(containsString("leave the membership number out"))
                .body(containsString("Must not contain control characters"));
        assertEquals(before, rows());
    }

    @Test
    void second_request_for_a_number_is_led_to_the_first() {
        String reference = opens(Samples.sam()).getString("reference");
        long before = reads();
        coordinator
                .form()
                .formParam("contactNumber", "07400 200001")
                .post("/console/intake/known-number")
                .then()
                .statusCode(200)
                .body(containsString("/console/requests/" + reference));
        assertEquals(before + 1, reads(), "a hit is on record");
        sends(coordinator.form(), SAM)
                .then()
                .statusCode(400)
                .body(containsString("A request for this number is open already"))
                .body(containsString(reference));
        coordinator
                .form()
                .formParam("contactNumber", "07400 200009")
                .post("/console/intake/known-number")
                .then()
                .body(not(containsString("PS-")));
    }

    @Test
    void whoever_looks_at_a_request_is_on_record_and_lists_name_nobody() {
        String reference = opens(Samples.sam()).getString("reference");
        long before = reads();
        for (String list :
                new String[] {"/console", "/console/requests", "/console/calls", "/console/texts", "/console/tasks"}) {
            coordinator.page().get(list).then().statusCode(200).body(not(containsString("Okafor")));
        }
        coordinator
                .live()
                .get("/console/requests/" + reference + "/timeline")
                .then()
                .statusCode(200)
                .body(not(containsString("Okafor")));
        assertEquals(before, reads());

        coordinator.page().get("/console/requests/" + reference).then().body(containsString("Sam Okafor"));
        assertEquals(before + 1, reads());
    }

    @Test
    void timeline_tells_what_happened_and_never_what_was_written() {
        String reference = opens(Samples.sam()).getString("reference");
        var sam = sam();
        sam.receives("Dr Amara N");
        sam.replies("These words are nobody else's");
        coordinator
                .page()
                .get("/console/requests/" + reference)
                .then()
                .body(containsString("Given to a peer: "))
                .body(containsString("Text to the requester: the peer&#39;s details, "))
                .body(containsString("First text passed on"))
                .body(not(containsString("These words")));
    }

    @Test
    void what_a_page_keeps_up_to_date_is_where_the_request_stands_and_leaves_its_forms_alone() {
        String page = "/console/requests/" + opens(Samples.sam()).getString("reference");
        String shown = coordinator.page().get(page).asString();
        String part = shown.split("hx-get=\"/base")[1].split("\"")[0];
        String mark = shown.split("Peerline-Live\":\"")[1].split("\"")[0];
        coordinator.page().header("Peerline-Live", mark).get(part).then().statusCode(204);
        coordinator.live().get(part).then().body(not(containsString("has changed since")));
        var sam = sam();
        sam.receives("Dr Amara N");
        sam.replies("HELP");

        coordinator
                .page()
                .header("Peerline-Live", mark)
                .get(part)
                .then()
                .statusCode(200)
                .body(containsString("Somebody texted HELP"))
                .body(not(containsString("has changed since")));
        coordinator.form().formParam("outcome", "WITHDRAWN").post(page + "/close");

        coordinator
                .page()
                .header("Peerline-Live", mark)
                .get(part)
                .then()
                .statusCode(200)
                .body(allOf(containsString("<h1 id=\"title\""), containsString("closed")))
                .body(containsString("With nobody."))
                .body(containsString("has changed since"))
                .body(not(containsString("<select")))
                .body(not(containsString("Okafor")));
    }

    @Test
    void coordinator_sends_details_again_reassigns_and_closes() {
        String reference = opens(Samples.sam()).getString("reference");
        var sam = sam();
        sam.receives("Your peer supporter is Dr Amara N");
        String page = "/console/requests/" + reference;

        coordinator
                .form()
                .post(page + "/details-text")
                .then()
                .statusCode(303)
                .header("Location", startsWith("/base" + page));
        sam.receives("Your peer supporter is Dr Amara N");

        coordinator
                .form()
                .formParam("reason", "NONSENSE")
                .post(page + "/reassign")
                .then()
                .statusCode(400);
        coordinator
                .form()
                .formParam("reason", "PEER_DOES_NOT_ANSWER")
                .post(page + "/reassign")
                .then()
                .statusCode(303);
        coordinator.page().get(page).then().body(containsString("the peer does not answer"));
        coordinator
                .form()
                .formParam("reason", "OTHER")
                .post(page + "/reassign")
                .then()
                .statusCode(409);

        coordinator
                .form()
                .formParam("outcome", "WITHDRAWN")
                .post(page + "/close")
                .then()
                .statusCode(303);
        coordinator
                .page()
                .get(page)
                .then()
                .body(allOf(containsString("withdrawn"), not(containsString("id=\"reassign\""))));
        coordinator
                .form()
                .formParam("outcome", "WITHDRAWN")
                .post(page + "/close")
                .then()
                .statusCode(409);
    }

    @Test
    void request_is_found_by_its_reference_as_people_write_it() {
        String reference = opens(Samples.sam()).getString("reference");
        String page = "/console/requests/" + reference;
        for (String written : new String[] {reference, reference.toLowerCase(), " " + reference.substring(3) + " "}) {
            coordinator
                    .page()
                    .queryParam("reference", written)
                    .get("/console/find")
                    .then()
                    .header("Location", "/base" + page);
        }
        coordinator
                .page()
                .queryParam("reference", "PS-000000")
                .get("/console/find")
                .then()
                .statusCode(404);
    }

    @Test
    void page_speaks_welsh_when_asked_to() {
        coordinator
                .page()
                .header("Accept-Language", "cy-GB,cy;q=0.9")
                .get("/console")
                .then()
                .body(containsString("Tro pwy yw hi?"));
        String cookie = coordinator
                .form()
                .formParam("language", "cy")
                .formParam("to", "/console/roster")
                .post("/console/language")
                .then()
                .statusCode(303)
                .header("Location", "/base/console/roster")
                .extract()
                .cookie("peerline_language");
        coordinator
                .page()
                .cookie("peerline_language", cookie)
                .get("/console")
                .then()
                .body(containsString("<html lang=\"cy\">"));
    }

    private static Response sends(RequestSpecification form, Map<String, String> typed) {
        return form.formParams(typed).post("/console/intake");
    }

    private long reads() {
        return database.withHandle(
                handle -> handle.select("select count(*) from audit_event where action = 'REQUESTER_READ'")
                        .mapTo(Long.class)
                        .one());
    }
}
