package org.peerline.api.http;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends the reading of a body that turns out too long without having said so (chunked). The server's own limit would end
 * the connection with an empty 413, so it stands well above this one.
 */
@Provider
@Singleton
@Priority(1)
public class BodyLimit implements ReaderInterceptor {
    private final long longest;

    BodyLimit(@ConfigProperty(name = "peerline.limit.body") long longest) {
        this.longest = longest;
    }

    boolean exceededBy(long length) {
        return length > longest;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        reading.setInputStream(new Counted(reading.getInputStream()));
        return reading.proceed();
    }

    private final class Counted extends FilterInputStream {
        private long length;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int most) throws IOException {
            int read = super.read(into, offset, most);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            length += read;
            if (exceededBy(length)) {
                throw new WebApplicationException(413);
            }
        }
    }
}
