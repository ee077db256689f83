package org.peerline.api.slow;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ends a connection that has begun a request and does not finish its head in time. The server itself only knows idle
 * connections, and one that sends a byte now and then is never idle: 16 kB of headers could take it days. Everything
 * happens on the connection's own thread.
 */
final class SlowHead extends ChannelDuplexHandler {
    private static final String NAME = "peerline-slow-head";

    private final Duration longest;
    private ScheduledFuture<?> deadline;
    private boolean answering;

    SlowHead(Duration longest) {
        this.longest = longest;
    }

    /** In front of everything that reads, so that it sees the first byte. */
    void watch(Channel channel) {
        channel.pipeline().addFirst(NAME, this);
    }

    /** The head is there; from now on the request has its own time. */
    static void arrived(HttpServerRequest request) {
        with(request, SlowHead::arrived);
    }

    /** The next byte begins a new request. */
    static void answered(HttpServerRequest request) {
        with(request, head -> head.answering = false);
    }

    private static void with(HttpServerRequest request, Consumer<SlowHead> what) {
        if (request.connection() instanceof ConnectionBase connection) {
            Optional.ofNullable(connection.channel().pipeline().get(NAME))
                    .map(SlowHead.class::cast)
                    .ifPresent(what);
        }
    }

    private void arrived() {
        answering = true;
        stop();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (!answering && deadline == null) {
            deadline = context.executor().schedule(() -> context.close(), longest.toMillis(), TimeUnit.MILLISECONDS);
        }
        context.fireChannelRead(bytes);
    }

    /** Whatever is answered has been asked: this is how the management interface is known to be done with a head. */
    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        stop();
        context.write(bytes, promise);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }
}
