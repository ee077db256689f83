package org.peerline.sms.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.core.PhoneNumber;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;

class ReceptionTest {
    private static final PhoneNumber RELAY = new PhoneNumber("+447400100001");
    private static final PhoneNumber SAM = new PhoneNumber("+447400200001");
    private static final Consumer<InboundSms> NOBODY = sms -> {
        throw new AssertionError("nothing was to go alone");
    };

    private volatile int room = Integer.MAX_VALUE;
    private volatile boolean databaseAway;

    private final Reception reception = new Reception(new InboundSmsHandler() {
        @Override
        public void handle(InboundSms sms) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean goesTogether(InboundSms sms) {
            return true;
        }

        @Override
        public int room() {
            if (databaseAway) {
                throw new IllegalStateException("no connection");
            }
            return room;
        }

        @Override
        public void handleTogether(List<InboundSms> texts) {
            throw new UnsupportedOperationException();
        }
    });

    @Test
    void when_nobody_can_say_how_much_room_there_is_texts_are_taken_in_all_the_same() throws Exception {
        databaseAway = true;

        reception.receive(sms(1), texts -> {}, NOBODY).get(5, TimeUnit.SECONDS);
        databaseAway = false;
        reception.receive(sms(2), texts -> {}, NOBODY).get(5, TimeUnit.SECONDS);
    }

    @Test
    void fault_that_nobody_foresaw_fails_its_texts_and_not_those_that_come_later() throws Exception {
        Consumer<List<InboundSms>> grave = texts -> {
            throw new OutOfMemoryError("as if");
        };

        var failed = reception.receive(sms(1), grave, NOBODY);
        assertThrows(ExecutionException.class, () -> failed.get(5, TimeUnit.SECONDS));

        reception.receive(sms(2), texts -> {}, NOBODY).get(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void reception_closes() throws InterruptedException {
        reception.finish(new ShutdownEvent());
    }

    private static InboundSms sms(int number) {
        return new InboundSms(
                "SM" + number,
                SAM,
                RELAY,
                "text " + number,
                0,
                InboundSms.OptOut.NONE,
                Instant.parse("2026-11-23T10:00:00Z"),
                false);
    }

    private static List<String> ids(List<InboundSms> texts) {
        return texts.stream().map(InboundSms::providerId).toList();
    }

    @Test
    void what_arrives_during_one_commit_shares_the_next() {
        var commit = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        List<List<String>> transactions = Collections.synchronizedList(new ArrayList<>());
        Consumer<List<InboundSms>> together = texts -> {
            transactions.add(ids(texts));
            begun.countDown();
            await(commit);
        };

        var first = reception.receive(sms(0), together, NOBODY);
        await(begun);
        var others = List.of(
                reception.receive(sms(1), together, NOBODY),
                reception.receive(sms(2), together, NOBODY),
                reception.receive(sms(3), together, NOBODY));
        assertFalse(first.isDone(), "nothing is answered before its commit");
        commit.countDown();
        first.join();
        others.forEach(CompletableFuture::join);

        assertEquals(List.of(List.of("SM0"), List.of("SM1", "SM2", "SM3")), transactions);
    }

    @Test
    void when_one_fails_each_goes_by_itself_and_in_order() {
        List<String> alone = Collections.synchronizedList(new ArrayList<>());
        var done = new ArrayList<CompletableFuture<Void>>();
        for (int n = 0; n < 5; n++) {
            done.add(reception.receive(
                    sms(n),
                    texts -> {
                        throw new StackOverflowError();
                    },
                    sms -> alone.add(sms.providerId())));
        }
        done.forEach(CompletableFuture::join);

        assertEquals(List.of("SM0", "SM1", "SM2", "SM3", "SM4"), alone);
    }

    @Test
    void what_could_not_be_stored_is_told_to_come_again() {
        var fault = new IllegalStateException("the database is away");

        var refused = reception.receive(
                sms(0),
                texts -> {
                    throw fault;
                },
                sms -> {
                    throw fault;
                });

        assertEquals(
                fault, assertThrows(CompletionException.class, refused::join).getCause());
        var later = new ArrayList<String>();
        reception.receive(sms(1), texts -> later.addAll(ids(texts)), NOBODY).join();
        assertEquals(List.of("SM1"), later);
    }

    @Test
    void what_was_received_before_the_stop_is_finished_and_nothing_is_taken_in_after_it() throws InterruptedException {
        List<String> taken = Collections.synchronizedList(new ArrayList<>());
        Consumer<List<InboundSms>> together = texts -> taken.addAll(ids(texts));
        var before = reception.receive(sms(0), together, NOBODY);

        reception.finish(new ShutdownEvent());

        assertTrue(before.isDone());
        assertThrows(
                CompletionException.class,
                () -> reception.receive(sms(1), together, NOBODY).join());
        assertEquals(List.of("SM0"), taken);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
