package org.peerline.sms.outbox.dispatch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.sms.outbox.tray.Neighbours;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Wakes this replica's dispatcher when another one owes texts that it cannot send itself. Keeps one connection of the pool
 * for as long as it listens; while that is broken, polling does.
 */
@ApplicationScoped
class OutboxListener {
    private static final Logger LOG = Logger.getLogger(OutboxListener.class);
    private static final Duration LISTEN = Duration.ofSeconds(1);

    /** A connection that was lost without a word looks like one on which nobody says anything. */
    private static final Duration SILENT = Duration.ofSeconds(10);

    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final AgroalDataSource dataSource;
    private final DispatchSignal signal;
    private volatile boolean stopping;
    private Thread thread;

    OutboxListener(AgroalDataSource dataSource, DispatchSignal signal) {
        this.dataSource = dataSource;
        this.signal = signal;
    }

    synchronized void start() {
        stopping = false;
        thread = new Thread(this::run, "sms-outbox-listener");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try {
                listen();
            } catch (SQLException | RuntimeException | Error broken) {
                // Were this thread to end, other copies would never be heard again.
                LOG.debugf(
                        "The connection that listens for other copies broke (%s)",
                        broken.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + Neighbours.CHANNEL);
            }
            // Whatever was said while nobody listened.
            signal.wakeToLook();
            hear(connection);
            try (var statement = connection.createStatement()) {
                // It goes back to the pool, where nobody would hear.
                statement.execute("unlisten *");
            }
        }
    }

    private void hear(Connection connection) throws SQLException {
        var driver = connection.unwrap(PGConnection.class);
        long heardAt = System.nanoTime();
        while (!stopping) {
            PGNotification[] heard = notifications(connection, driver);
            if (heard.length > 0) {
                signal.wakeToLook();
                heardAt = System.nanoTime();
            } else if (System.nanoTime() - heardAt > SILENT.toNanos()) {
                ask(connection);
                heardAt = System.nanoTime();
            }
        }
    }

    private static PGNotification[] notifications(Connection connection, PGConnection driver) throws SQLException {
        try {
            PGNotification[] heard = driver.getNotifications((int) LISTEN.toMillis());
            return heard == null ? new PGNotification[0] : heard;
        } catch (SQLException broken) {
            // The pool does not see what the driver says, and would lend the broken connection to somebody else.
            ask(connection);
            throw broken;
        }
    }

    private static void ask(Connection connection) throws SQLException {
        int before = connection.getNetworkTimeout();
        connection.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
        connection.setNetworkTimeout(Runnable::run, before);
    }

    private void pause() {
        try {
            Thread.sleep(LISTEN.toMillis());
        } catch (InterruptedException stop) {
            stopping = true;
        }
    }

    synchronized void stop() throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.join(2 * LISTEN.toMillis());
        }
    }
}
