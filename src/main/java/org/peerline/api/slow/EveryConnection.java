package org.peerline.api.slow;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts a {@link SlowHead} and a {@link SlowReader} on every connection that is accepted. Netty finds it as a service, which
 * it looks for only when it is told to before the first server is made.
 */
public final class EveryConnection extends ChannelInitializerExtension {
    private static final String LOOK_FOR_SERVICES = "io.netty.bootstrap.extensions";

    private final Duration headTime = configured("peerline.limit.head-time", Duration.ofSeconds(20));
    private final Duration answerTime = configured("peerline.limit.answer-time", Duration.ofSeconds(30));

    private static Duration configured(String name, Duration otherwise) {
        return ConfigProvider.getConfig().getOptionalValue(name, Duration.class).orElse(otherwise);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        new SlowHead(headTime).watch(channel);
        new SlowReader(answerTime).watch(channel);
    }

    /** Told to by this, at the last moment before; and one request after the other is all that a connection has. */
    @Singleton
    public static final class Switch implements HttpServerOptionsCustomizer {
        @Override
        public void customizeHttpServer(HttpServerOptions options) {
            System.setProperty(LOOK_FOR_SERVICES, "serviceload");
            options.setHttp2ClearTextEnabled(false);
        }
    }
}
