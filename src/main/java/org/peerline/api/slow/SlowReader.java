package org.peerline.api.slow;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection whose client has stopped taking its answer. What counts is that something is taken and not how long
 * the whole lasts, so that a long file reaches a phone with a poor network. An answer that goes out at once, as nearly
 * all do, costs a look and no timer. Everything happens on the connection's own thread.
 */
final class SlowReader extends ChannelDuplexHandler {
    /**
     * How much the system may keep for a client that has not taken it; Linux doubles it. Left to itself it keeps
     * megabytes, says that there is room again only when a third of them is gone, and until then a slow client looks like
     * one that takes nothing.
     */
    private static final int KEPT_BY_THE_SYSTEM = 65_536;

    private final Duration longest;
    private ScheduledFuture<?> look;
    private long everOwed;
    private long takenAtLastLook;

    SlowReader(Duration longest) {
        this.longest = longest;
    }

    /** Behind everything that writes, so that what it sees is what the network is given. */
    void watch(Channel channel) {
        channel.config().setOption(ChannelOption.SO_SNDBUF, KEPT_BY_THE_SYSTEM);
        channel.pipeline().addFirst(this);
    }

    @Override
    public void write(ChannelHandlerContext context, Object bytes, ChannelPromise promise) {
        long before = owed(context);
        context.write(bytes, promise);
        everOwed += owed(context) - before;
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (look == null && isOwedMore(context)) {
            leaveIdlenessToThis(context);
            lookLater(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (look != null) {
            look.cancel(false);
        }
        context.fireChannelInactive();
    }

    private void lookLater(ChannelHandlerContext context) {
        takenAtLastLook = taken(context);
        look = context.executor().schedule(() -> look(context), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        look = null;
        if (!isOwedMore(context)) {
            return;
        }
        if (taken(context) == takenAtLastLook) {
            // Else the system would keep for minutes what it has got, for somebody who does not take it.
            context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
            context.close();
        } else {
            lookLater(context);
        }
    }

    private long taken(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return everOwed - owed(context) + (buffer == null ? 0 : buffer.currentProgress());
    }

    private static long owed(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    private static boolean isOwedMore(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer != null && !buffer.isEmpty();
    }

    /** The server's own watch knows only whole writes: it would call a client idle that is in the middle of a long one. */
    private static void leaveIdlenessToThis(ChannelHandlerContext context) {
        IdleStateHandler servers = context.pipeline().get(IdleStateHandler.class);
        if (servers != null && !(servers instanceof IdleUnlessOwed)) {
            context.pipeline()
                    .replace(servers, context.pipeline().context(servers).name(), new IdleUnlessOwed(servers));
        }
    }

    /** The same patience, but for a client that is owed something. */
    private static final class IdleUnlessOwed extends IdleStateHandler {
        IdleUnlessOwed(IdleStateHandler servers) {
            super(
                    servers.getReaderIdleTimeInMillis(),
                    servers.getWriterIdleTimeInMillis(),
                    servers.getAllIdleTimeInMillis(),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) throws Exception {
            if (!isOwedMore(context)) {
                super.channelIdle(context, event);
            }
        }
    }
}
