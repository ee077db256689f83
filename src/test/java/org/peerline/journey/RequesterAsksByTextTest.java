package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.archive.retention.SweepRetention;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Somebody asks for help by text alone: it ends in a request like any other, and nothing else of it is kept. */
@PeerlineTest
class RequesterAsksByTextTest extends Journey {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;

    @Inject
    Jdbi jdbi;

    @Inject
    SweepRetention sweep;

    @Test
    void request_by_text_is_the_same_as_one_by_the_phone_line() {
        programme.peer(Samples.amara());
        answersEverything();

        JsonPath request = request(one("select id::text from support_request"));
        assertEquals("ASSIGNED", request.getString("status"));
        assertEquals("Sam Okafor", request.getString("requester.name"));
        assertEquals(Samples.SAMS_NUMBER, request.getString("requester.contactNumber"));
        assertEquals("Foundation doctor", request.getString("requester.jobRole"));
        assertEquals("SMS", one("select opened_through from support_request"));
        assertEquals("0", one("select count(*) from support_request where avoid is null"), "whom to avoid is sealed");
    }

    @Test
    void the_wording_that_was_agreed_to_is_on_record() {
        answersEverything();
        assertEquals(
                SmsTexts.privacyVersion(Language.EN, false),
                one("select detail from audit_event where action = 'PRIVACY_AGREED'"));
    }

    @Test
    void answers_are_sealed_while_they_wait_and_gone_when_the_request_is_opened() {
        sam().texts(SERVICE, "hello").receives("What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("date of birth");
        byte[] sealed = jdbi.withHandle(handle ->
                handle.select("select state from intake").mapTo(byte[].class).one());
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("Okafor"));
        assertEquals("0", one("select count(*) from intake where number_key like '%200001%'"));
        sam().texts(SERVICE, "17 May 1994").receives("job role");
        sam().texts(SERVICE, "GP").receives("address");
        sam().texts(SERVICE, "12 Mill Lane, Leeds LS6 2AB").receives("avoid");
        sam().texts(SERVICE, "NONE").receives("nobody is free");
        assertNull(jdbi.withHandle(handle ->
                handle.select("select state from intake").mapTo(byte[].class).one()));
    }

    @Test
    void what_is_not_finished_is_forgotten_with_the_texts_to_the_handset() {
        sam().texts(SERVICE, "hello").receives("What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("date of birth");
        programme.pass(Duration.ofHours(23));
        assertEquals("1", one("select count(*) from intake"));
        programme.pass(Duration.ofHours(2));
        assertEquals("0", one("select count(*) from intake"));
        assertEquals("0", one("select count(*) from message where to_number is not null or body is not null"));
        assertEquals("0", one("select count(*) from requester"));
    }

    @Test
    void stop_forgets_what_was_answered() {
        sam().texts(SERVICE, "hello").receives("What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("date of birth");
        sam().texts(SERVICE, "STOP");
        assertEquals("0", one("select count(*) from intake"));
    }

    @Test
    void whom_somebody_avoided_before_they_avoid_still() {
        programme.peer(Samples.peer("Dr Jane H", "Jane Hill", Samples.mobile().e164(), "7000011"));
        Map<String, Object> request = Samples.sam();
        request.put("avoid", Map.of("names", List.of("Dr Jane Hill")));
        String id = opens(request).getString("id");
        sam().receives("nobody yet whom we could put you in touch with");
        ApiKeys.as(Role.COORDINATOR).body(Map.of("outcome", "WITHDRAWN")).post("/v1/requests/" + id + "/close");
        sam().receives("closed");

        sam().texts(SERVICE, "PEER").receives("What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("What is your date of birth?");
        sam().texts(SERVICE, "17 May 1994").receives("anywhere new that we should avoid");
        sam().texts(SERVICE, "NONE").receives("nobody yet whom we could put you in touch with");
        assertEquals("ALL_EXCLUDED", one("select waiting_reason from support_request where status = 'WAITING'"));
    }

    @Test
    void whom_somebody_avoided_by_text_they_avoid_on_the_phone_when_the_words_are_gone() {
        UUID jane = programme.peer(
                Samples.peer("Dr Jane H", "Jane Hill", Samples.mobile().e164(), "7000011"));
        UUID worksThere = programme.peer(worksAt("St Mary's Hospital"));
        answersEverything("Dr Jane Hill, St Mary's Hospital");
        assertEquals("ALL_EXCLUDED", one("select waiting_reason from support_request"));
        closes(one("select id::text from support_request"));
        sam().receives("closed before a colleague was free");
        programme.pass(Duration.ofDays(31));
        sweep.run(false);
        assertEquals("0", one("select count(*) from support_request where avoid is not null"));

        String here = opens(Samples.sam()).getString("id");
        sam().receives("nobody yet whom we could put you in touch with");
        assertEquals("ALL_EXCLUDED", request(here).getString("waiting.reason"));
        closes(here);
        sam().receives("closed before a colleague was free");
        // Under another number it is the same person.
        var other = phone("+447400200077");
        String elsewhere = opens(Samples.request("Sam Okafor", other.number())).getString("id");
        other.receives("nobody yet whom we could put you in touch with");
        // Nor when one of them has room again.
        for (UUID peer : List.of(jane, worksThere)) {
            for (String step : List.of("pause", "resume")) {
                ApiKeys.as(Role.COORDINATOR)
                        .body("{}")
                        .post("/v1/peers/" + peer + "/" + step)
                        .then()
                        .statusCode(200);
                programme.settle();
            }
        }
        assertEquals("WAITING", request(elsewhere).getString("status"));
        programme.peer(Samples.amara());
        programme.settle();
        assertEquals("Dr Amara N", request(elsewhere).getString("assignment.peer.displayName"));
        other.receives("Dr Amara N");
    }

    @Test
    void whoever_comes_back_is_known_when_their_date_of_birth_has_become_an_age_band() {
        programme.peer(Samples.amara());
        String first = opens(Samples.sam()).getString("id");
        sam().receives("Dr Amara N");
        closes(first);
        sam().receives("has ended");
        amara().receives("has been closed");
        programme.pass(Duration.ofDays(31));
        sweep.run(false);
        assertEquals("1", one("select count(*) from requester where date_of_birth is null and address is null"));

        sam().texts(SERVICE, "Hello, it is me again").receives("What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("date of birth");
        sam().texts(SERVICE, "18 May 1994").receives("job role");
        sam().texts(SERVICE, "REDO").receives("date of birth");
        // Only what is gone is asked again.
        sam().texts(SERVICE, "17 May 1994").receives("address");
        sam().texts(SERVICE, "12 Mill Lane, Leeds LS6 2AB").receives("Would you like Dr Amara N again");
        sam().texts(SERVICE, "SAME").receives("anywhere new that we should avoid");
        sam().texts(SERVICE, "NONE").receives("Dr Amara N");
        assertEquals("1", one("select count(*) from requester"));
    }

    private static PeerProfile worksAt(String employer) {
        PeerProfile peer =
                Samples.peer("Dr Ben T", "Ben Taylor", Samples.mobile().e164(), "7000012");
        var known = peer.background();
        return new PeerProfile(
                peer.identity(),
                new Background(known.jobRole(), known.specialty(), known.gender(), known.region(), List.of(employer)),
                peer.offer());
    }

    private void closes(String request) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "WITHDRAWN"))
                .post("/v1/requests/" + request + "/close")
                .then()
                .statusCode(200);
    }

    @Test
    void of_a_crisis_only_fact_time_and_version_are_kept() {
        sam().texts(SERVICE, "I want to die").receives("999", "A&E", "116 123");
        sam().receives("What is your full name?");
        assertEquals("2026-11-22.3", one("select detail from audit_event where action = 'CRISIS_PHRASE'"));
        assertEquals("CRISIS_PHRASE INTAKE", one("select kind || ' ' || subject_kind from coordinator_task"));
        assertEquals("1", one("select count(*) from intake where started_at is not null"));
    }

    @Test
    void two_first_texts_at_once_begin_one_intake() throws Exception {
        var webhook = new SignedWebhook();
        var senders = Executors.newFixedThreadPool(2);
        Callable<Integer> hello =
                () -> webhook.text(Samples.SAMS_NUMBER, SERVICE, "PEER").statusCode();
        for (var answer : senders.invokeAll(List.of(hello, hello))) {
            assertEquals(200, answer.get());
        }
        senders.shutdown();
        sam().receives("Doctors' peer support.", "What is your full name?");
        sam().receives("Welcome back.", "What is your full name?");
        assertEquals("1", one("select count(*) from intake"));
    }

    @Test
    void somebody_abroad_whom_we_cannot_text_begins_nothing() {
        assertEquals(
                200, new SignedWebhook().text("+353861234567", SERVICE, "hello").statusCode());
        phone("+353861234567").receives("UK mobile numbers only");
        assertEquals("0", one("select count(*) from intake"));
    }

    @Test
    void no_question_is_about_health() {
        answersEverything();
        assertTrue(sam().received().stream()
                .noneMatch(text ->
                        text.body().matches("(?is).*\\b(?:health|diagnos|symptom|medication|ill|unwell)\\w*\\b.*")));
    }

    private void answersEverything() {
        answersEverything("Dr Jane Hill");
    }

    private void answersEverything(String avoided) {
        sam().texts(SERVICE, "Hi is this the peer support thing")
                .receives("Doctors' peer support", "What is your full name?");
        sam().texts(SERVICE, "Sam Okafor").receives("date of birth");
        sam().texts(SERVICE, "17/05/1994").receives("job role");
        sam().texts(SERVICE, "foundation doctor").receives("address");
        sam().texts(SERVICE, "12 Mill Lane, Leeds LS6 2AB").receives("avoid");
        sam().texts(SERVICE, avoided);
        sam().receives();
    }

    private String one(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(String.class).one());
    }
}
