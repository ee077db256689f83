package org.peerline.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.privacy.BlindIndex;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Texts cost money too. Over a limit somebody is told so once and kindly, and in danger always. */
@PeerlineTest
class LimitsByTextTest extends RestWorld {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;
    private static final String STRANGER = "+447400900021";
    private static final String CANNOT_BEGIN = "cannot begin by text at this moment";
    private static final String DANGER = "I want to kill myself";

    @Inject
    Limits limits;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Jdbi database;

    private void usedUp(Limit limit, String key) {
        IntStream.range(0, 1000).anyMatch(use -> limits.use(limit, key).isPresent());
    }

    private void usedUpFor(Limit limit, String number) {
        usedUp(limit, blindIndex.of(new PhoneNumber(number)));
    }

    private static List<String> tasks() {
        return ApiKeys.as(Role.COORDINATOR).get("/v1/tasks").jsonPath().getList("items.kind");
    }

    @Test
    void number_for_which_the_phone_line_has_opened_too_many_requests_cannot_begin_another_by_text() {
        usedUpFor(Limit.INTAKE_PER_NUMBER, STRANGER);
        Phone stranger = phone(STRANGER);

        stranger.texts(SERVICE, "Hello, is this the peer support thing?");
        stranger.receives(CANNOT_BEGIN, "0808 157 0001", "999");
        stranger.texts(SERVICE, "Hello?");
        stranger.receivesNothingMore();
        assertEquals(List.of("INTAKE_REFUSED"), tasks());

        stranger.texts(SERVICE, DANGER);
        stranger.receives("999", "116 123");
        stranger.receivesNothingMore();
    }

    @Test
    void request_by_text_counts_like_one_through_the_phone_line() {
        programme.peer(Samples.amara());
        Phone stranger = phone(STRANGER);
        String key = blindIndex.of(new PhoneNumber(STRANGER));
        stranger.texts(SERVICE, "PEER");
        for (String answer : List.of("Sam Okafor", "17 5 1994", "GP", "1 High Street, Leeds LS1 4AP")) {
            stranger.texts(SERVICE, answer);
        }
        IntStream.range(0, 5).forEach(use -> limits.use(Limit.INTAKE_PER_NUMBER, key));
        int before = stranger.received().size();

        stranger.texts(SERVICE, "NONE");

        assertEquals(before + 1, stranger.received().size());
        assertTrue(stranger.received().get(before).body().contains(CANNOT_BEGIN));
        assertTrue(tasks().contains("INTAKE_REFUSED"));
        assertEquals(
                0,
                ApiKeys.as(Role.COORDINATOR)
                        .get("/v1/requests")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void flood_of_first_texts_is_not_answered_with_six_questions_each() {
        usedUp(Limit.INTAKES_BEGUN, "all");
        Phone stranger = phone(STRANGER);

        stranger.texts(SERVICE, "PEER");

        stranger.receives(CANNOT_BEGIN);
        stranger.texts(SERVICE, "PEER");
        stranger.receivesNothingMore();
        Phone inDanger = phone("+447400900022");
        inDanger.texts(SERVICE, DANGER);
        inDanger.receives("999");
    }

    @Test
    void number_that_wants_more_answers_than_a_person_needs_is_told_so_once() {
        programme.peer(Samples.amara());
        usedUpFor(Limit.ANSWERS_PER_NUMBER, Samples.AMARAS_NUMBER);

        amara().texts(SERVICE, "CASES");
        int told = amara().received().size();
        assertTrue(amara().received().get(told - 1).body().contains("stop until tomorrow"));
        amara().texts(SERVICE, "CASES");
        amara().texts(SERVICE, "GUIDE");
        assertEquals(told, amara().received().size());
        assertEquals(List.of("TOO_MANY_ANSWERS"), tasks());

        amara().texts(SERVICE, DANGER);
        assertTrue(amara().received().get(told).body().contains("999"));
        amara().texts(SERVICE, "HELPME");
        assertTrue(amara().received().get(told + 1).body().contains("safeguarding lead"));
    }

    @Test
    void words_for_us_that_come_by_the_hundred_are_words_for_the_other_side() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        String relay = sam().received().get(0).from();
        usedUpFor(Limit.COMMANDS_PER_NUMBER, Samples.SAMS_NUMBER);

        sam().texts(relay, "Hello");
        sam().texts(relay, "CALL Thu 7pm");

        assertTrue(amara().received().get(1).body().contains("Sam: CALL Thu 7pm"));
        assertEquals(2, amara().received().size());
    }

    @Test
    void stop_is_never_limited() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        String relay = sam().received().get(0).from();
        for (Limit limit : List.of(Limit.COMMANDS_PER_NUMBER, Limit.ANSWERS_PER_NUMBER, Limit.INTAKE_PER_NUMBER)) {
            usedUpFor(limit, Samples.SAMS_NUMBER);
        }

        sam().texts(relay, "STOP");

        amara().receives("cannot be texted");
    }

    @Test
    void mobile_abroad_is_told_once_what_somebody_there_can_do() {
        Phone abroad = phone("+33612345678");

        abroad.texts(SERVICE, "Bonjour, I am on holiday and need a peer");
        abroad.receives("UK mobile numbers only", "0808 157 0001", "112");
        abroad.texts(SERVICE, "Hello?");
        abroad.texts(FakeTwilioResource.relayNumber(1), "Hello?");
        abroad.receivesNothingMore();

        Phone landline = phone("+33142345678");
        landline.texts(SERVICE, "Hello");
        landline.receivesNothingMore();
    }

    @Test
    void mobiles_abroad_cost_no_more_together_than_so_much() {
        usedUp(Limit.ANSWERS_ABROAD, "all");
        Phone abroad = phone("+33612345679");

        abroad.texts(SERVICE, "Hello");

        abroad.receivesNothingMore();
    }

    @Test
    void somebody_in_danger_is_answered_when_their_words_are_not_passed_on_any_more() {
        programme.peer(Samples.amara());
        String assignment = opens(Samples.sam()).getString("assignment.id");
        Phone sam = sam();
        String relay = sam.received().get(0).from();
        sam.texts(relay, "Hello");
        database.useHandle(handle -> handle.execute(
                "insert into message (id, assignment_id, kind, author, from_number, to_party, to_key, created_at, due_at,"
                        + " expires_at, segments, status) select gen_random_uuid(), ?::uuid, 'RELAYED', 'REQUESTER',"
                        + " '+447400000000', 'PEER', 'x', now, now, now, 1, 'DELIVERED'"
                        + " from (select ?::timestamptz as now) t, generate_series(1, 200)",
                assignment,
                programme.now()));
        int toAmara = amara().received().size();
        int toSam = sam.received().size();

        sam.texts(relay, DANGER);

        assertEquals(toAmara, amara().received().size());
        List<String> told =
                sam.received().stream().skip(toSam).map(PostedMessage::body).toList();
        assertTrue(told.get(0).contains("999") && !told.get(0).contains("passed on"), told.toString());
        assertTrue(told.get(1).contains("was not passed on"), told.toString());
    }
}
