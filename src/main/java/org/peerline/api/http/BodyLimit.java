package org.peerline.api.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.api.slow.SlowBodies;

/**
 * Ends the reading of a body that turns out too long without having said so (chunked). The server's own limit would end
 * the connection with an empty 413, so it stands well above this one.
 */
@Provider
@Singleton
@Priority(1)
public class BodyLimit implements ReaderInterceptor {
    /** Behind it a spreadsheet may come in, by the API or by a form with some words around it. */
    private static final String ROSTER_DOOR = "/import";

    private static final MediaType CSV = new MediaType("text", "csv");
    private static final long AROUND_A_FILE = 8192;

    private final long longest;
    private final long longestFile;
    private final CurrentVertxRequest current;

    BodyLimit(
            CurrentVertxRequest current,
            @ConfigProperty(name = "peerline.limit.body") long longest,
            @ConfigProperty(name = "peerline.limit.roster-file") long longestFile) {
        this.current = current;
        this.longest = longest;
        this.longestFile = Math.max(longest, longestFile + AROUND_A_FILE);
    }

    /** Whether more is announced than this address takes. */
    boolean exceededBy(long length, String path) {
        return length > (path != null && path.endsWith(ROSTER_DOOR) ? longestFile : longest);
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        reading.setInputStream(new Counted(
                reading.getInputStream(),
                CSV.isCompatible(reading.getMediaType()) ? longestFile : longest,
                () -> SlowBodies.bodyIsThere(current.getCurrent())));
        return reading.proceed();
    }

    private static final class Counted extends FilterInputStream {
        private final long most;
        private final Runnable end;
        private long length;

        Counted(InputStream in, long most, Runnable end) {
            super(in);
            this.most = most;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? read : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read < 0) {
                end.run();
                return;
            }
            length += read;
            if (length > most) {
                throw new WebApplicationException(413);
            }
        }
    }
}
