package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.testkit.FakeAnswer;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PackagedService;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.SignedWebhook;
import org.peerline.testkit.TwilioSignature;
import org.peerline.testkit.TwoCopies;

/** The provider misbehaves, over real sockets, in the middle of a burst to two copies of the delivered service. */
class ProviderFaultsIT extends FaultsWorld {
    private static final int TEXTS = 120;

    private final HttpClient provider =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ProviderFaultsIT() {
        super(Map.of("PEERLINE_TWILIO_RESPONSE_TIMEOUT", "PT4S", "PEERLINE_CLOCK_LOST_REPORTS", "PT3S"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void texts_under_way_are_in_doubt_at_worst_and_all_others_go_out_once(String fault, FakeAnswer answer)
            throws Exception {
        int before = world.unknown();

        world.burst(fault, TEXTS, () -> world.twilio().answerAll(answer));
        TwoCopies.await("the provider is left alone", () -> held() > 0);
        assertEquals(200, world.copy(0).get("/q/health/ready").statusCode());
        world.twilio().answerAll(FakeAnswer.accepted());
        world.settled();

        Map<String, Long> posts = world.arrived(fault);
        assertTrue(posts.values().stream().allMatch(times -> times == 1), "tried again: " + posts);
        assertEquals(TEXTS, posts.size(), "every text has been handed over");
        int inDoubt = world.unknown() - before;
        assertTrue(inDoubt <= 2 * 32 + 8, inDoubt + " texts are in doubt");
        assertEquals(0, held(), "the hold is lifted by itself");
    }

    static Stream<Arguments> texts_under_way_are_in_doubt_at_worst_and_all_others_go_out_once() {
        return Stream.of(
                Arguments.of("answers-500", FakeAnswer.error(500, 20500)),
                Arguments.of("answers-503", FakeAnswer.html(503)),
                Arguments.of("timeout", FakeAnswer.silence()),
                Arguments.of("drop", FakeAnswer.droppedConnection()),
                Arguments.of("garbage", FakeAnswer.garbage()));
    }

    @Test
    void texts_that_were_too_many_for_the_provider_are_all_taken_later_once() throws Exception {
        world.burst("answers-429", TEXTS, () -> world.twilio().answerAll(FakeAnswer.tooManyRequests(1)));
        world.twilio().answerAll(FakeAnswer.accepted());
        world.settled();

        assertEquals(
                taken("answers-429").values().stream()
                        .filter(times -> times == 1)
                        .count(),
                TEXTS);
    }

    @Test
    void provider_that_is_not_there_at_all_gets_every_text_once_when_it_is_back() throws Exception {
        int before = world.unknown();
        world.burst("away", TEXTS, () -> world.twilio().goAway());
        TwoCopies.await("the provider is left alone", () -> held() > 0);
        world.twilio().comeBack();
        world.settled();

        Map<String, Long> taken = taken("away");
        assertTrue(taken.values().stream().allMatch(times -> times == 1), "doubled: " + taken);
        int inDoubt = world.unknown() - before;
        assertTrue(TEXTS - taken.size() <= inDoubt, taken.size() + " texts were taken, " + inDoubt + " are in doubt");
    }

    @Test
    void reports_reversed_and_tripled_at_both_copies_are_all_kept_and_move_texts_forward_only() throws Exception {
        world.burst("reported", 40, () -> {});
        world.settled();
        List<PostedMessage> posts = world.twilio().posts().stream()
                .filter(post -> post.body().contains("reported "))
                .toList();
        List<Callable<Integer>> reports = new ArrayList<>();
        for (String status : List.of("delivered", "sent", "sending", "queued")) {
            for (int times = 0; times < 3; times++) {
                int copy = times % 2;
                posts.forEach(post -> reports.add(() -> report(copy, post, status, null)));
            }
        }

        assertTrue(TwoCopies.all(reports).stream().allMatch(answer -> answer == 204));

        String those = posts.stream().map(post -> "'" + ourId(post) + "'").collect(Collectors.joining(","));
        assertEquals(
                40, world.number("select count(*) from message where status = 'DELIVERED' and id in (" + those + ")"));
        assertEquals(40 * 12, world.number("select count(*) from delivery_report where message_id in (" + those + ")"));
    }

    /** The provider's own is stored as a hash only. */
    private static String ourId(PostedMessage post) {
        Matcher id =
                Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}").matcher(post.statusCallback());
        assertTrue(id.find(), post.statusCallback());
        return id.group();
    }

    @Test
    void failure_that_is_reported_three_times_at_both_copies_is_told_once() throws Exception {
        int tasks = world.number("select count(*) from coordinator_task where kind = 'TEXT_FAILED'");
        assertEquals(200, world.post(0, world.form("lost", 0)));
        world.settled();
        PostedMessage post = world.twilio().posts().stream()
                .filter(sent -> sent.body().contains("lost "))
                .findFirst()
                .orElseThrow();
        List<Callable<Integer>> reports = new ArrayList<>();
        for (int times = 0; times < 6; times++) {
            int copy = times % 2;
            reports.add(() -> report(copy, post, "undelivered", "30005"));
        }

        TwoCopies.all(reports);
        world.settled();

        assertEquals(tasks + 1, world.number("select count(*) from coordinator_task where kind = 'TEXT_FAILED'"));
        assertEquals(
                1,
                world.twilio().posts().stream()
                        .filter(sent -> sent.to().equals(TwoCopies.requester(0)))
                        .filter(sent -> sent.body().contains("could not be delivered"))
                        .count());
    }

    @Test
    void failure_whose_callback_met_a_dead_database_is_found_on_the_list_and_told_once() throws Exception {
        String failed = "select count(*) from coordinator_task where kind = 'TEXT_FAILED'";
        int tasks = world.number(failed);
        assertEquals(200, world.post(0, world.form("unheard", 0)));
        world.settled();
        PostedMessage post = world.twilio().posts().stream()
                .filter(sent -> sent.body().contains("unheard "))
                .findFirst()
                .orElseThrow();

        world.database().kill9();
        assertEquals(503, report(0, post, "undelivered", "30005"));
        assertEquals(503, report(1, post, "undelivered", "30005"));
        world.database().start();
        world.twilio().ended(post, "undelivered", 30005);

        TwoCopies.await("the coordinator sees it", () -> count(failed) == tasks + 1);
        world.settled();
        assertEquals(
                1,
                world.twilio().posts().stream()
                        .filter(sent -> sent.to().equals(TwoCopies.requester(0)))
                        .filter(sent -> sent.body().contains("could not be delivered"))
                        .count());
        assertEquals(tasks + 1, world.number(failed));
    }

    @Test
    void copy_that_is_stopped_while_the_provider_says_nothing_ends_in_time_and_gives_back_what_it_had_not_begun()
            throws Exception {
        int before = world.unknown();
        world.twilio().answerAll(FakeAnswer.silence());
        for (int n = 0; n < 64; n++) {
            assertEquals(200, world.post(0, world.form("hanging", n)));
        }
        long began = System.nanoTime();
        assertEquals(PackagedService.STOPPED, world.copy(0).stop());
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(25)) < 0, "it took " + took);

        world.twilio().answerAll(FakeAnswer.accepted());
        world.settled();

        Map<String, Long> posts = world.arrived("hanging");
        assertEquals(64, posts.size(), "every text has been handed over");
        assertTrue(posts.values().stream().allMatch(times -> times == 1), "doubled: " + posts);
        int inDoubt = world.unknown() - before;
        assertTrue(inDoubt <= 2 * 32 + 8, inDoubt + " texts are in doubt");
    }

    private Map<String, Long> taken(String name) {
        return world.arrived(name, PostedMessage::accepted);
    }

    private int held() {
        return count("select count(*) from sending_hold");
    }

    private int count(String sql) {
        try {
            return world.number(sql);
        } catch (java.sql.SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    private int report(int copy, PostedMessage post, String status, String code) throws Exception {
        var form = new LinkedHashMap<String, String>();
        form.put("MessageStatus", status);
        form.put("MessageSid", post.sid());
        form.put("AccountSid", FakeTwilio.ACCOUNT_SID);
        if (code != null) {
            form.put("ErrorCode", code);
        }
        String url = post.statusCallback();
        return provider.send(
                        HttpRequest.newBuilder(URI.create(url.replace(
                                        FakeTwilioResource.PUBLIC_URL,
                                        world.copy(copy).url())))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twilio-Signature", TwilioSignature.of(FakeTwilio.AUTH_TOKEN, url, form))
                                .POST(HttpRequest.BodyPublishers.ofString(SignedWebhook.encode(form)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
