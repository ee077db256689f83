package org.peerline.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.Samples;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioIds;
import org.peerline.testkit.TwilioSignature;

/** A text that reached us, or only the provider, takes effect once, in its turn, or is shown to a person. */
@PeerlineTest
class InboundTextsAreNeverLostTest extends Journey {
    private static final String WEBHOOK = FakeTwilioResource.PUBLIC_URL + "/webhooks/twilio/messages";

    @Inject
    Jdbi jdbi;

    @Inject
    AgroalDataSource dataSource;

    private final SignedWebhook webhook = new SignedWebhook();
    private final String relay = FakeTwilioResource.relayNumber(1);

    @BeforeEach
    void sam_has_amaras_details() {
        programme.peer(Samples.amara());
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        sam().replies("Hello");
        amara().receives("Hello");
    }

    @Test
    void text_that_came_while_an_earlier_one_waits_is_relayed_after_it() {
        breakRelaying();
        text("first");
        mendRelaying();
        text("second");
        text("third");
        programme.settle();

        programme.pass(Duration.ofSeconds(10));

        amara().receives("first");
        amara().receives("second");
        amara().receives("third");
    }

    @Test
    void stop_waits_for_nobody() {
        breakRelaying();
        text("first");
        mendRelaying();

        text("STOP");
        programme.settle();

        amara().receives("cannot receive");
        programme.pass(Duration.ofSeconds(10));
        amara().receives("first");
    }

    @Test
    void one_text_that_cannot_be_processed_silences_nobody_for_longer_than_two_minutes() {
        poison();
        text("second");
        programme.pass(Duration.ofMinutes(1));
        amara().receivesNothingMore();

        programme.pass(Duration.ofMinutes(2));

        amara().receives("second");
        text("third");
        programme.settle();
        amara().receives("third");
    }

    @Test
    void row_that_somebody_else_holds_keeps_one_text_waiting_and_nobody_else() throws Exception {
        programme.peer(Samples.peer("Dr Bo B", "Bo Berg", "+447400300002", "7000002"));
        var others = new ArrayList<Phone>();
        for (int n = 0; n < 4; n++) {
            var other = phone("+4474002000%02d".formatted(50 + n));
            opens(Samples.request(
                    List.of("Alex Park", "Kit Moss", "Jo Reed", "Max Hill").get(n), other.number()));
            other.receives("This is the number to text");
            others.add(other);
        }
        try (var elsewhere = dataSource.getConnection();
                var statement = elsewhere.createStatement()) {
            elsewhere.setAutoCommit(false);
            statement.execute(
                    "select 1 from assignment where id = (select min(id::text)::uuid from assignment) for update");
            // Whoever would wait for the lock must not wait for ever: this test is to fail, not to hang.
            var atLast = CompletableFuture.runAsync(
                    () -> rollback(elsewhere), CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS));
            var held = CompletableFuture.runAsync(() -> text("held up"));
            long began = System.nanoTime();
            for (Phone other : others) {
                assertEquals(
                        200,
                        webhook.text(other.number(), other.received().get(0).from(), "STATUS")
                                .statusCode());
            }
            held.join();
            assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(14), "the provider gives up after fifteen");
            atLast.cancel(true);
            elsewhere.rollback();
            elsewhere.setAutoCommit(true);
        }
        assertEquals(1, kept());

        programme.pass(Duration.ofSeconds(10));

        amara().receives("held up");
        others.forEach(other -> other.receives("You have not texted"));
    }

    @Test
    void text_that_cannot_be_processed_is_shown_to_coordinators_who_may_try_it_again() {
        poison();

        programme.pass(Duration.ofHours(3));

        String id = inbound("?status=FAILED")
                .body("items.size()", is(1))
                .body("items[0].attempts", is(12))
                .body("items[0].late", is(false))
                .extract()
                .path("items[0].id");
        task("TEXT_NOT_UNDERSTOOD").body("items.subjectId", equalTo(List.of(id)));
        mendPoison();
        coordinator()
                .post("/v1/inbound-texts/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("status", is("WAITING"));
        programme.settle();

        amara().receives("poisonous");
        inbound("").body("items.size()", is(0));
        task("TEXT_NOT_UNDERSTOOD").body("items.size()", is(0));
        coordinator().post("/v1/inbound-texts/" + id + "/retry").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%00Hello%00",
                "%ED%A0%80Hello%ED%BF%BF",
                "%E2%80%AEHello%E2%80%AC",
                "%07He%1Bllo%C2%85",
                "Hello%EF%BF%BE"
            })
    void text_with_strange_characters_is_answered_stored_and_relayed_readably(String encoded) {
        String form = SignedWebhook.encode(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, "BODY"))
                .replace("BODY", encoded);

        assertEquals(200, webhook.post(WEBHOOK, form, signed(form)).statusCode());

        programme.settle();
        String relayed = amara().receives("He", "llo").body();
        assertEquals(
                relayed.codePoints().filter(Character::isISOControl).count(),
                relayed.chars().filter(c -> c == '\n').count());
        assertEquals(-1, relayed.indexOf('\u202E'));
        assertEquals(0, kept());
    }

    @Test
    void empty_text_is_answered_and_reaches_nobody() {
        text("");
        programme.settle();
        assertEquals(0, kept());
    }

    @Test
    void picture_without_words_is_told_to_its_sender_only() {
        var form = new TreeMap<>(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, ""));
        form.put("NumMedia", "1");
        form.put("MediaUrl0", "https://api.twilio.com/media/ME1");
        assertEquals(200, webhook.post(WEBHOOK, form).statusCode());
        programme.settle();
        sam().receives("icture");
    }

    @Test
    void understood_text_of_a_person_begins_the_count_of_automatic_answers_anew() {
        for (int n = 0; n < 7; n++) {
            picture();
        }
        for (int n = 0; n < 5; n++) {
            sam().receives("icture");
        }
        sam().receivesNothingMore();

        sam().texts(relay, "STATUS");
        sam().receives("Dr Amara N");
        picture();

        sam().receives("icture");
    }

    private void picture() {
        var form = new TreeMap<>(SignedWebhook.textForm(TwilioIds.message(), sam().number(), relay, ""));
        form.put("NumMedia", "1");
        webhook.post(WEBHOOK, form);
        programme.settle();
    }

    private void text(String body) {
        assertEquals(200, webhook.text(sam().number(), relay, body).statusCode());
    }

    /** As the provider signs what no string of ours can hold: over the bytes of each value. */
    private static String signed(String form) {
        var bytes = new TreeMap<String, String>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            bytes.put(latin(pair.substring(0, equals)), latin(pair.substring(equals + 1)));
        }
        var everything = new StringBuilder();
        bytes.forEach((name, value) -> everything.append(name).append(value));
        return TwilioSignature.ofBytes(
                FakeTwilio.AUTH_TOKEN, (WEBHOOK + everything).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String latin(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
    }

    private void breakRelaying() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place rename to relay_place_away"));
    }

    private void mendRelaying() {
        jdbi.useHandle(handle -> handle.execute("alter table relay_place_away rename to relay_place"));
    }

    /** A text that can never take effect, while others can: its own row is refused. */
    private void poison() {
        breakRelaying();
        text("poisonous");
        mendRelaying();
        String id = jdbi.withHandle(
                handle -> handle.select("select pending_id::text from inbound_text where pending is not null")
                        .mapTo(String.class)
                        .one());
        jdbi.useHandle(handle -> {
            handle.execute("create or replace function refuse() returns trigger language plpgsql as"
                    + " 'begin raise exception ''refused''; end'");
            handle.execute("create trigger poison before update on inbound_text for each row"
                    + " when (old.pending is not null and new.pending is null and old.pending_id = '" + id
                    + "'::uuid) execute function refuse()");
        });
    }

    @AfterEach
    void mendPoison() {
        jdbi.useHandle(handle -> handle.execute("drop trigger if exists poison on inbound_text"));
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException closedAlready) {
            throw new IllegalStateException(closedAlready);
        }
    }

    private long kept() {
        return number("select count(*) from inbound_text where pending is not null");
    }

    private long number(String sql) {
        return jdbi.withHandle(handle -> handle.select(sql).mapTo(Long.class).one());
    }

    private ValidatableResponse inbound(String query) {
        return coordinator().get("/v1/inbound-texts" + query).then().statusCode(200);
    }

    private ValidatableResponse task(String kind) {
        return coordinator().get("/v1/tasks?kind=" + kind).then().statusCode(200);
    }

    private static RequestSpecification coordinator() {
        return ApiKeys.as(Role.COORDINATOR);
    }
}
