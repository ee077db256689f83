package org.peerline.api.slow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real connections, because how much a system keeps for a client is the whole question. */
@Timeout(60)
class SlowReaderTest {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final int ANSWER = 2_000_000;

    private final EventLoopGroup threads = new NioEventLoopGroup(1);
    private final CompletableFuture<Channel> accepted = new CompletableFuture<>();

    @AfterEach
    void stop() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** A server that ends idle connections and says something to whoever comes. */
    private Socket connectTo(Duration idle, Consumer<Channel> says) throws IOException {
        var server = (InetSocketAddress) new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        new SlowReader(PATIENCE).watch(channel);
                        channel.pipeline()
                                .addLast("idle", new IdleStateHandler(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS))
                                .addLast(new Speaker(says));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel()
                .localAddress();
        var client = new Socket();
        client.setReceiveBufferSize(16_384);
        client.setSoTimeout(20_000);
        client.connect(server);
        return client;
    }

    private final class Speaker extends ChannelInboundHandlerAdapter {
        private final Consumer<Channel> says;

        Speaker(Consumer<Channel> says) {
            this.says = says;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            says.accept(context.channel());
            accepted.complete(context.channel());
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent) {
                context.close();
            }
        }
    }

    private static void sayAll(Channel channel) {
        channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[ANSWER]));
    }

    private boolean isCutOffWithin(Duration time) {
        return accepted.orTimeout(10, TimeUnit.SECONDS).join().closeFuture().awaitUninterruptibly(time.toMillis());
    }

    @Test
    void client_that_takes_nothing_is_cut_off() throws IOException {
        try (Socket client = connectTo(Duration.ofMinutes(1), SlowReaderTest::sayAll)) {
            assertTrue(client.isConnected());
            assertTrue(isCutOffWithin(Duration.ofSeconds(10)));
        }
    }

    @Test
    void client_that_stops_in_the_middle_is_cut_off() throws IOException {
        try (Socket client = connectTo(Duration.ofMinutes(1), SlowReaderTest::sayAll)) {
            assertEquals(ANSWER / 2, client.getInputStream().readNBytes(ANSWER / 2).length);

            assertTrue(isCutOffWithin(Duration.ofSeconds(10)));
        }
    }

    @Test
    void client_that_takes_a_byte_now_and_then_is_cut_off() throws IOException {
        try (Socket client = connectTo(Duration.ofMinutes(1), SlowReaderTest::sayAll)) {
            for (int i = 0; i < 100 && !isCutOffWithin(Duration.ofMillis(100)); i++) {
                assertTrue(client.getInputStream().read() >= 0);
            }
            assertTrue(isCutOffWithin(Duration.ZERO));
        }
    }

    @Test
    void one_that_is_sent_more_and_more_and_takes_nothing_is_cut_off() throws IOException {
        try (Socket client = connectTo(
                Duration.ofMinutes(1),
                channel -> channel.eventLoop()
                        .scheduleAtFixedRate(
                                () -> channel.writeAndFlush(Unpooled.wrappedBuffer(new byte[10_000])),
                                0,
                                10,
                                TimeUnit.MILLISECONDS))) {
            assertTrue(client.isConnected());
            assertTrue(isCutOffWithin(Duration.ofSeconds(15)));
        }
    }

    /** Longer than either patience lasts: the whole is one write, which is done only at its end. */
    @Test
    void slow_client_that_goes_on_taking_gets_everything() throws IOException {
        try (Socket client = connectTo(Duration.ofSeconds(1), SlowReaderTest::sayAll)) {
            int taken = 0;
            while (taken < ANSWER) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                int some = client.getInputStream().readNBytes(Math.min(25_000, ANSWER - taken)).length;
                assertTrue(some > 0, "cut off after " + taken);
                taken += some;
            }
        }
    }

    @Test
    void client_that_has_been_given_everything_is_left_to_the_time_for_idle_ones() throws IOException {
        try (Socket client = connectTo(Duration.ofSeconds(2), SlowReaderTest::sayAll)) {
            assertEquals(ANSWER, client.getInputStream().readNBytes(ANSWER).length);

            assertFalse(isCutOffWithin(PATIENCE.plusMillis(500)));
            assertTrue(isCutOffWithin(Duration.ofSeconds(5)));
        }
    }
}
