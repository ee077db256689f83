package org.peerline.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between the service and PostgreSQL and cuts connections at the worst moments. */
public final class CuttableProxy implements AutoCloseable {
    private final ServerSocket listening;
    private final int behind;
    private final AtomicInteger toCutBefore = new AtomicInteger();
    private final AtomicInteger toCutAfter = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final List<Pair> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger everListened = new AtomicInteger();
    private volatile boolean noListeners;

    public CuttableProxy(int port) {
        behind = port;
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + listening.getLocalPort() + "/postgres";
    }

    /** So many of the next commits never reach the server. */
    public void cutBeforeCommit(int times) {
        toCutBefore.set(times);
    }

    /** So many of the next commits happen, and nobody hears of it. */
    public void cutAfterCommit(int times) {
        toCutAfter.set(times);
    }

    /** How many connections have been cut so far. */
    public int cuts() {
        return cut.get();
    }

    /** Whoever listens for notifications loses the connection. */
    public void cutListeners() {
        listeners.forEach(Pair::end);
        listeners.clear();
    }

    /** And, while this is true, loses it again at each attempt. */
    public void refuseListeners(boolean refused) {
        noListeners = refused;
        if (refused) {
            cutListeners();
        }
    }

    /** Nothing more arrives where somebody listens, in either direction, and nobody is told. */
    public void silenceListeners() {
        listeners.forEach(pair -> pair.silent = true);
        listeners.clear();
    }

    /** How often somebody has begun to listen so far. */
    public int everListened() {
        return everListened.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException closed) {
                // The test is over.
            }
        }
    }

    private void connect(Socket service) {
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), behind);
            service.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            new Pair(service, server).run();
        } catch (IOException serverIsAway) {
            end(service);
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "cuttable-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean take(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is gone, which is what was wanted.
        }
    }

    private final class Pair {
        private final Socket service;
        private final Socket server;
        private volatile boolean cutAtTheAnswer;
        private volatile boolean silent;

        Pair(Socket service, Socket server) {
            this.service = service;
            this.server = server;
        }

        void run() {
            daemon(() -> pump(service, server, true));
            daemon(() -> pump(server, service, false));
        }

        private void pump(Socket from, Socket to, boolean toServer) {
            var buffer = new byte[64 * 1024];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (silent) {
                        continue;
                    }
                    if (toServer && says(buffer, read, "listen ") && !mayListen()) {
                        break;
                    }
                    if (toServer && commits(buffer, read) && take(toCutBefore) || !toServer && cutAtTheAnswer) {
                        cut.incrementAndGet();
                        break;
                    }
                    if (toServer && commits(buffer, read) && take(toCutAfter)) {
                        cutAtTheAnswer = true;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException gone) {
                // Either side may go at any time.
            }
            end();
        }

        private void end() {
            CuttableProxy.end(service);
            CuttableProxy.end(server);
        }

        private boolean mayListen() {
            if (noListeners) {
                return false;
            }
            listeners.add(this);
            everListened.incrementAndGet();
            return true;
        }

        private boolean commits(byte[] buffer, int length) {
            return says(buffer, length, "COMMIT");
        }

        private boolean says(byte[] buffer, int length, String words) {
            return new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(words);
        }
    }
}
