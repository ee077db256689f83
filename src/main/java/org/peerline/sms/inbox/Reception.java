package org.peerline.sms.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.peerline.core.BareFault;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;

/**
 * Where texts queue for the mailroom. While one transaction is being committed the next texts gather, and then share the
 * next one: under load a commit is paid for by many, and a single text waits for nobody. Each sender always queues at the
 * same desk, so that texts of one sender are handled in the order in which they were received.
 */
@ApplicationScoped
class Reception {
    private static final Logger LOG = Logger.getLogger(Reception.class);

    /** While one waits for the disk, the other works. */
    private static final int DESKS = 2;

    private static final int MOST_TOGETHER = 128;

    /** So many share a commit well enough not to wait for more room. */
    private static final int ENOUGH_TOGETHER = 32;

    /** In milliseconds. */
    private static final int LONGEST_WAIT = 10;

    /** Whoever queues behind so many would wait for longer than the provider does. */
    private static final int MOST_WAITING = 5_000;

    /** How often a desk with nothing to do sees whether the service is closing. */
    private static final Duration LOOK_UP = Duration.ofMillis(200);

    private static final Duration TO_FINISH = Duration.ofSeconds(10);

    private final InboundSmsHandler handler;
    private final List<Desk> desks;
    private volatile boolean closing;

    Reception(InboundSmsHandler handler) {
        this.handler = handler;
        this.desks = Stream.generate(Desk::new).limit(DESKS).toList();
    }

    /** A text on its way through, and how to go through. */
    private record Arrival(
            InboundSms sms,
            Consumer<List<InboundSms>> together,
            Consumer<InboundSms> alone,
            CompletableFuture<Void> done)
            implements Gathered.Text {}

    /**
     * @param together takes several texts in with one transaction, or fails and leaves nothing behind
     * @param alone takes one text in; a failure means that it could not be stored
     */
    CompletableFuture<Void> receive(InboundSms sms, Consumer<List<InboundSms>> together, Consumer<InboundSms> alone) {
        var arrival = new Arrival(sms, together, alone, new CompletableFuture<>());
        desks.get(Math.floorMod(sms.from().hashCode(), DESKS)).queue(arrival);
        return arrival.done;
    }

    /** What has been received is finished; its senders still wait for their answers. */
    void finish(@Observes ShutdownEvent event) throws InterruptedException {
        closing = true;
        for (Desk desk : desks) {
            desk.close();
        }
    }

    private final class Desk {
        private final BlockingQueue<Arrival> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
        private Thread thread;

        void queue(Arrival arrival) {
            if (closing || !waiting.offer(arrival)) {
                arrival.done.completeExceptionally(new IllegalStateException("no more texts can be taken in now"));
                return;
            }
            open();
            if (closing && waiting.remove(arrival)) {
                arrival.done.completeExceptionally(new IllegalStateException("no more texts can be taken in now"));
            }
        }

        private synchronized void open() {
            if (thread == null) {
                thread = new Thread(this::work, "sms-reception");
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void work() {
            try {
                while (!closing || !waiting.isEmpty()) {
                    // Never interrupted: that could cut off a commit.
                    Arrival first = waiting.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                    if (first != null) {
                        serve(first);
                    }
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        /** Nothing that goes wrong ends the desk: nobody would come back to it, and its senders would wait for ever. */
        private void serve(Arrival first) throws InterruptedException {
            var arrived = new ArrayList<>(List.of(first));
            try {
                waiting.drainTo(arrived, roomFor(waiting.size() + 1) - 1);
                takeIn(Gathered.of(arrived, this::goesTogether));
            } catch (RuntimeException | Error unforeseen) {
                LOG.errorf(new BareFault(unforeseen), "%d texts could not be taken in", arrived.size());
                arrived.forEach(arrival -> arrival.done.completeExceptionally(unforeseen));
            }
        }

        /**
         * While much comes in, what goes out must not fall behind: a text that cannot leave at once has to be queued and
         * found again, which costs as much as the rest. Whoever sends slowly holds up nobody: the wait is a few
         * milliseconds for all that have gathered.
         */
        private int roomFor(int texts) throws InterruptedException {
            int wanted = Math.min(texts, ENOUGH_TOGETHER);
            for (int wait = 0; room() < wanted && wait < LONGEST_WAIT; wait++) {
                Thread.sleep(1);
            }
            return Math.max(ENOUGH_TOGETHER, Math.min(MOST_TOGETHER, room()));
        }

        /** Without a database nobody knows what may still be sent today; whoever takes the texts in finds out. */
        private int room() {
            try {
                return handler.room();
            } catch (RuntimeException databaseAway) {
                return ENOUGH_TOGETHER;
            }
        }

        /** A text that nobody can even look at is tried by itself. */
        private boolean goesTogether(InboundSms sms) {
            try {
                return handler.goesTogether(sms);
            } catch (RuntimeException | StackOverflowError unreadable) {
                return false;
            }
        }

        private void takeIn(Gathered<Arrival> gathered) {
            var alone = new ArrayList<Arrival>();
            if (!gathered.together().isEmpty() && !takeInTogether(gathered.together())) {
                alone.addAll(gathered.together());
            }
            alone.addAll(gathered.alone());
            takeInAlone(alone);
        }

        /** False when it went wrong for all because of one: then each is to be tried by itself. */
        private boolean takeInTogether(List<Arrival> arrived) {
            try {
                arrived.get(0)
                        .together
                        .accept(arrived.stream().map(Arrival::sms).toList());
            } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError failed) {
                LOG.warnf(new BareFault(failed), "%d texts could not be taken in together", arrived.size());
                return false;
            }
            arrived.forEach(arrival -> arrival.done.complete(null));
            return true;
        }

        private void takeInAlone(List<Arrival> arrived) {
            RuntimeException databaseAway = null;
            for (Arrival arrival : arrived) {
                if (databaseAway == null) {
                    try {
                        arrival.alone.accept(arrival.sms);
                        arrival.done.complete(null);
                        continue;
                    } catch (RuntimeException notStored) {
                        databaseAway = notStored;
                    } catch (Error grave) {
                        arrival.done.completeExceptionally(grave);
                        LOG.errorf(new BareFault(grave), "A text could not be taken in");
                        continue;
                    }
                }
                // Nor could the others be stored; they need not wait for as long to learn it.
                arrival.done.completeExceptionally(databaseAway);
            }
        }

        void close() throws InterruptedException {
            Thread working;
            synchronized (this) {
                working = thread;
            }
            if (working != null) {
                working.join(TO_FINISH.toMillis());
            }
        }
    }
}
