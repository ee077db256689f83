package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.inbox.Inbox;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TwilioIds;

/** Texts that come in at the same time share a transaction, and nothing else. */
@PeerlineTest
class ManyTextsAtOnceTest extends Journey {
    private static final int TEXTS = 30;

    @Inject
    Inbox inbox;

    @Inject
    Jdbi jdbi;

    private Phone robin;
    private PhoneNumber samsRelay;
    private PhoneNumber robinsRelay;
    private int seen;

    @BeforeEach
    void sam_and_robin_talk_to_amara() {
        programme.peer(Samples.amara());
        samsRelay = relay(opens(Samples.sam()).getString("assignment.relayNumber"));
        robin = phone("+447400200002");
        robinsRelay =
                relay(opens(Samples.request("Robin Hale", "+447400200002")).getString("assignment.relayNumber"));
        for (Phone one : List.of(sam(), robin)) {
            one.receives("This is the number to text");
            one.replies("Hello");
            amara().receives("Hello");
        }
        seen = amara().received().size();
    }

    @Test
    void each_is_passed_on_once_and_in_the_order_of_its_writer() {
        var done = new ArrayList<CompletableFuture<Void>>();
        for (int n = 0; n < TEXTS; n++) {
            done.add(texts(sam(), samsRelay, "sam number %02d.".formatted(n)));
            done.add(texts(robin, robinsRelay, "robin number %02d.".formatted(n)));
        }
        done.forEach(CompletableFuture::join);
        assertTrue(transactions() < 2 * TEXTS, "texts that came in together were written together");
        programme.settle();

        List<String> arrived = amaras();
        for (String writer : List.of("sam", "robin")) {
            assertEquals(
                    numbered(writer),
                    arrived.stream()
                            .filter(body -> body.contains(writer + " number"))
                            .map(body -> body.substring(body.indexOf(writer)))
                            .toList());
        }
    }

    @Test
    void a_command_among_them_is_obeyed_and_the_words_around_it_keep_their_order() {
        var done = List.of(
                texts(sam(), samsRelay, "one"),
                texts(sam(), samsRelay, "CALLS"),
                texts(robin, robinsRelay, "STOP"),
                texts(sam(), samsRelay, "two"),
                texts(sam(), samsRelay, "three"));
        done.forEach(CompletableFuture::join);
        programme.settle();

        List<String> arrived = amaras();
        assertEquals(
                List.of("Sam: one", "Sam: two", "Sam: three"),
                arrived.stream().filter(body -> body.startsWith("Sam: ")).toList());
        assertTrue(arrived.stream().anyMatch(body -> body.contains("cannot be texted")), arrived.toString());
        sam().receives("No call is agreed");
    }

    @Test
    void one_that_cannot_be_processed_holds_up_nobody_else_and_is_not_lost() {
        byte[] name = jdbi.withHandle(handle -> handle.select(
                        "select name from requester where id ="
                                + " (select requester_id from assignment where relay_number = ?)",
                        samsRelay.e164())
                .mapTo(byte[].class)
                .one());
        samIsCalled(new byte[] {1, 2, 3});
        var done = new ArrayList<CompletableFuture<Void>>();
        for (int n = 0; n < TEXTS; n++) {
            done.add(texts(sam(), samsRelay, "sam number %02d.".formatted(n)));
            done.add(texts(robin, robinsRelay, "robin number %02d.".formatted(n)));
        }
        done.forEach(CompletableFuture::join);
        programme.settle();

        assertEquals(
                numbered("robin"),
                amaras().stream()
                        .map(body -> body.substring(body.indexOf("robin")))
                        .toList());
        assertEquals(TEXTS, waiting());

        samIsCalled(name);
        programme.pass(Duration.ofSeconds(5));
        assertEquals(0, waiting());
        assertEquals(
                numbered("sam"),
                amaras().stream()
                        .map(body -> body.substring(body.indexOf("sam")))
                        .toList());
    }

    @Test
    void repeats_among_them_have_one_effect() {
        String sid = TwilioIds.message();
        var done = new ArrayList<CompletableFuture<Void>>();
        for (int n = 0; n < TEXTS; n++) {
            done.add(receive(sid, sam(), samsRelay, "the same text"));
        }
        done.forEach(CompletableFuture::join);
        programme.settle();

        assertEquals(1, amaras().size());
    }

    /** What Amara has received since the last look. */
    private List<String> amaras() {
        List<PostedMessage> all = amara().received();
        List<String> bodies =
                all.subList(seen, all.size()).stream().map(PostedMessage::body).toList();
        bodies.forEach(body -> amara().receives(body));
        seen = all.size();
        return bodies;
    }

    private static List<String> numbered(String writer) {
        var all = new ArrayList<String>();
        for (int n = 0; n < TEXTS; n++) {
            all.add("%s number %02d.".formatted(writer, n));
        }
        return all;
    }

    /** Rows that were written by one transaction have one and the same xmin. */
    private int transactions() {
        Set<String> writers = new HashSet<>();
        jdbi.useHandle(handle -> handle.select("select xmin::text from inbound_text")
                .mapTo(String.class)
                .forEach(writers::add));
        return writers.size();
    }

    private int waiting() {
        return jdbi.withHandle(handle -> handle.select("select count(*) from inbound_text where pending is not null")
                .mapTo(Integer.class)
                .one());
    }

    private void samIsCalled(byte[] sealed) {
        jdbi.useHandle(handle -> handle.execute(
                "update requester set name = ? where id = (select requester_id from assignment where relay_number = ?)",
                sealed,
                samsRelay.e164()));
    }

    private CompletableFuture<Void> texts(Phone from, PhoneNumber to, String body) {
        return receive(TwilioIds.message(), from, to, body);
    }

    private CompletableFuture<Void> receive(String sid, Phone from, PhoneNumber to, String body) {
        return inbox.receive(new InboundSms(
                        sid,
                        new PhoneNumber(from.number()),
                        to,
                        body,
                        0,
                        InboundSms.OptOut.NONE,
                        programme.now(),
                        false))
                .toCompletableFuture();
    }

    private static PhoneNumber relay(String number) {
        return new PhoneNumber(number);
    }
}
