package bench.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Both ends of the wire in one thread: the connections over which the provider calls the service, and the server that
 * the service posts its texts to. One thread, so that one clock times both, and so that the load costs the machine as
 * little as may be.
 */
final class Wire implements AutoCloseable {
    /** What happens on the wire; called by the wire's own thread. */
    interface Events {
        /** The answer to what was last sent over this connection. */
        void answered(int connection, int status);

        /** The service has posted this form; returns what it is answered. */
        byte[] posted(byte[] buffer, int from, int end);

        /** Called before each wait: sends what is due, and says for how many nanoseconds nothing will be. */
        long untilDue();
    }

    private static final byte[] NOTHING_LISTED = HttpBytes.answer(
            "200 OK", "{\"messages\":[],\"next_page_uri\":null,\"page\":0,\"page_size\":1000}");

    private final Selector selector;
    private final ServerSocketChannel server;
    private final List<Peer> clients = new ArrayList<>();
    private InetSocketAddress service;
    private Events events;

    Wire() throws IOException {
        selector = Selector.open();
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    /** Where the service posts its texts. */
    String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalAddress()).getPort();
    }

    void connect(String host, int port, int connections) throws IOException {
        service = new InetSocketAddress(host, port);
        for (int n = clients.size(); n < connections; n++) {
            var channel = SocketChannel.open(service);
            clients.add(register(channel, n));
        }
    }

    /** As many connections to the service as there were, all of them new. */
    void connectAnew() throws IOException {
        int connections = clients.size();
        disconnect();
        connect(service.getHostString(), service.getPort(), connections);
    }

    void disconnect() throws IOException {
        for (Peer client : clients) {
            client.channel.close();
        }
        clients.clear();
    }

    void send(int connection, byte[] request) {
        clients.get(connection).write(request);
    }

    /** Lets things happen until {@link Events#untilDue} says that there is nothing more to wait for, with a negative. */
    void run(Events wanted) throws IOException {
        events = wanted;
        for (long due = events.untilDue(); due >= 0; due = events.untilDue()) {
            if (due >= 1_000_000) {
                selector.select(due / 1_000_000);
            } else if (selector.selectNow() == 0) {
                LockSupport.parkNanos(Math.min(due, 100_000));
                selector.selectNow();
            }
            var selected = selector.selectedKeys().iterator();
            while (selected.hasNext()) {
                SelectionKey key = selected.next();
                selected.remove();
                if (key.isAcceptable()) {
                    register(server.accept(), -1);
                } else {
                    ((Peer) key.attachment()).ready(key);
                }
            }
        }
    }

    private Peer register(SocketChannel channel, int number) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        var peer = new Peer(channel, number);
        peer.key = channel.register(selector, SelectionKey.OP_READ, peer);
        return peer;
    }

    @Override
    public void close() throws IOException {
        disconnect();
        server.close();
        selector.close();
    }

    /** One connection; those to the service have a number, those from it have none. */
    private final class Peer {
        private final SocketChannel channel;
        private final int number;
        private SelectionKey key;
        private ByteBuffer in = ByteBuffer.allocate(4096);
        private ByteBuffer out;

        Peer(SocketChannel channel, int number) {
            this.channel = channel;
            this.number = number;
        }

        void ready(SelectionKey ready) throws IOException {
            if (ready.isWritable()) {
                flush();
            }
            if (ready.isValid() && ready.isReadable()) {
                read();
            }
        }

        void write(byte[] bytes) {
            if (out != null) {
                throw new IllegalStateException("the last message is not out yet");
            }
            out = ByteBuffer.wrap(bytes);
            flush();
        }

        private void flush() {
            try {
                channel.write(out);
            } catch (IOException gone) {
                if (number >= 0) {
                    throw new IllegalStateException("a connection broke", gone);
                }
                // The service did not wait for the answer: it may do so, and must account for the text all the same.
                key.cancel();
                return;
            }
            if (out.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            } else {
                out = null;
                key.interestOps(SelectionKey.OP_READ);
            }
        }

        private void read() throws IOException {
            int read = channel.read(in);
            if (read < 0) {
                channel.close();
                if (number >= 0) {
                    throw new IllegalStateException("the service closed a connection");
                }
                return;
            }
            for (int end = HttpBytes.endOfMessage(in.array(), in.position());
                    end > 0;
                    end = HttpBytes.endOfMessage(in.array(), in.position())) {
                if (number >= 0) {
                    int status = HttpBytes.status(in.array());
                    drop(end);
                    events.answered(number, status);
                } else {
                    int body = HttpBytes.body(in.array(), end);
                    // Without a body it asks for the list of what came in, where nothing was lost.
                    byte[] answer = body == end ? NOTHING_LISTED : events.posted(in.array(), body, end);
                    drop(end);
                    write(answer);
                }
            }
            if (!in.hasRemaining()) {
                var larger = ByteBuffer.allocate(in.capacity() * 2);
                in.flip();
                larger.put(in);
                in = larger;
            }
        }

        private void drop(int end) {
            in.limit(in.position()).position(end);
            in.compact();
        }
    }
}
