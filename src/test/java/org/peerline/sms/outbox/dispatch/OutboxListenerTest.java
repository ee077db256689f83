package org.peerline.sms.outbox.dispatch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peerline.sms.outbox.tray.DispatchSignal;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

/** The connection on which other copies are heard, ended by PostgreSQL as an operator or a restart would. */
@PeerlineTest
class OutboxListenerTest extends RestWorld {
    private static final String LISTENS =
            " from pg_stat_activity where query like 'listen %' and pid <> pg_backend_pid()";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OutboxListener listener;

    @Inject
    DispatchSignal signal;

    @Inject
    AgroalDataSource pool;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void it_listens() throws InterruptedException {
        signal.takeLook();
        listener.start();
        assertTold("it looks when it begins to listen");
    }

    @AfterEach
    void it_stops() throws InterruptedException {
        listener.stop();
    }

    @Test
    void broken_connection_is_lent_to_nobody() throws Exception {
        cut();

        for (Connection lent : everythingThatIsFree()) {
            try (lent;
                    var statement = lent.createStatement()) {
                assertTrue(statement.execute("select 1"));
            }
        }
    }

    @Test
    void it_looks_again_when_it_listens_again() throws Exception {
        cut();

        assertTold("what was said meanwhile was not heard");
    }

    @Test
    void fault_that_is_no_exception_does_not_end_it() throws InterruptedException {
        listener.stop();
        AgroalDataSource broken = (AgroalDataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AgroalDataSource.class}, new FailsOnce());
        var other = new OutboxListener(broken, signal);
        signal.takeLook();

        other.start();

        assertTold("its thread has ended");
        other.stop();
    }

    /** What no machine should do, and some do once. */
    private final class FailsOnce implements InvocationHandler {
        private boolean failed;

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!failed) {
                failed = true;
                throw new StackOverflowError();
            }
            return method.invoke(pool, arguments);
        }
    }

    private void cut() {
        int cut =
                jdbi.withHandle(handle -> handle.createQuery("select count(pg_terminate_backend(pid, 5000))" + LISTENS)
                        .mapTo(Integer.class)
                        .one());
        assertTrue(cut > 0, "somebody listened");
    }

    private List<Connection> everythingThatIsFree() {
        var lent = new ArrayList<Connection>();
        try {
            while (lent.size()
                    < pool.getConfiguration().connectionPoolConfiguration().maxSize()) {
                lent.add(pool.getConnection());
            }
        } catch (SQLException theListenerHasTheLast) {
            // It is back, with a new connection.
        }
        return lent;
    }

    /** A text that was sent just before wakes as well; only the listener tells to look. */
    private void assertTold(String otherwise) throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!signal.takeLook()) {
            assertTrue(System.nanoTime() < limit, otherwise);
            signal.await(PATIENCE);
        }
    }
}
