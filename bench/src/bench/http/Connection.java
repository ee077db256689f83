package bench.http;

import bench.Unmeasurable;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One connection to the service on this machine: what is said on it, and what is answered, line by line. */
public final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;

    /** @param atOnce how many bytes of an answer are taken off the connection together */
    public Connection(String url, int atOnce) throws IOException {
        int port = URI.create(url).getPort();
        host = "127.0.0.1:" + port;
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), atOnce);
    }

    /** As the header of a request names it. */
    public String host() {
        return host;
    }

    public static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.US_ASCII);
    }

    public void send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    public String line() throws IOException {
        var line = new StringBuilder(64);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new Unmeasurable("the service closed a connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    public byte[] read(int length) throws IOException {
        return in.readNBytes(length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
