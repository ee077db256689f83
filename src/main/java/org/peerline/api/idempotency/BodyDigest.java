package org.peerline.api.idempotency;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Takes the digest of the body as it arrived, whatever its media type, where the caller sent an idempotency key. */
@Provider
@Singleton
public class BodyDigest implements ReaderInterceptor {
    static final String KEY = "org.peerline.body-sha256";

    private final CurrentVertxRequest current;

    BodyDigest(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        RoutingContext request = current.getCurrent();
        if (request.request().getHeader(RequestFingerprint.HEADER) != null) {
            byte[] body = reading.getInputStream().readAllBytes();
            request.put(KEY, sha256().digest(body));
            reading.setInputStream(new ByteArrayInputStream(body));
        }
        return reading.proceed();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
