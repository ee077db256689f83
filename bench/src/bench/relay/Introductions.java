package bench.relay;

import bench.Api;
import bench.Unmeasurable;
import bench.relay.Conversations.Side;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Opens the conversations while the provider takes in the details texts that this brings about. */
final class Introductions implements Wire.Events {
    private final Wire wire;
    private final CompletableFuture<List<Side>> opened;
    private final int wanted;
    private final long began = System.nanoTime();
    private int details;

    Introductions(Wire wire, Api api, int conversations) {
        this.wire = wire;
        this.wanted = conversations;
        this.opened = CompletableFuture.supplyAsync(() -> Conversations.open(api, conversations));
    }

    List<Side> open() throws Exception {
        wire.run(this);
        return opened.get();
    }

    @Override
    public void answered(int connection, int status) {
        throw new IllegalStateException("nothing was asked");
    }

    @Override
    public byte[] posted(byte[] buffer, int from, int end) {
        details++;
        return Round.answer();
    }

    @Override
    public long untilDue() {
        if (opened.isCompletedExceptionally() || (opened.isDone() && details >= wanted)) {
            return -1;
        }
        if (System.nanoTime() - began > TimeUnit.MINUTES.toNanos(5)) {
            throw new Unmeasurable("only " + details + " of " + wanted + " details texts have come");
        }
        return TimeUnit.MILLISECONDS.toNanos(20);
    }
}
