package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.BindException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.core.StartupRefused;

class StartFailureTest {
    static Stream<Arguments> failures() {
        var refused =
                new SQLException("Connection to 127.0.0.1:1 refused.\nCheck that it runs.", new ConnectException("no"));
        return Stream.of(
                Arguments.of(wrapped(new StartupRefused("Set this.", new IllegalStateException("inner"))), "Set this."),
                Arguments.of(
                        wrapped(new QuarkusBindException("0.0.0.0", 8080, new BindException("in use"))),
                        "Port 8080 is in use already: stop the other program, or choose another port with"
                                + " QUARKUS_HTTP_PORT."),
                Arguments.of(
                        wrapped(new BindException("Address already in use")),
                        "The port is in use already: stop the other program, or choose another port with"
                                + " QUARKUS_HTTP_PORT."),
                Arguments.of(
                        wrapped(new ConfigurationException("peerline.x is not a number")),
                        "The configuration is not right: peerline.x is not a number"),
                Arguments.of(
                        wrapped(refused),
                        "The database says no: Connection to 127.0.0.1:1 refused. Check that it runs."),
                Arguments.of(wrapped(new NoSuchElementException("key")), "NoSuchElementException key"),
                Arguments.of(wrapped(new NullPointerException()), "NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failed_start_becomes_one_line(Throwable failure, String sentence) {
        assertEquals(sentence, StartFailure.sentence(failure));
    }

    private static Throwable wrapped(Throwable cause) {
        return new RuntimeException("Failed to start quarkus", new RuntimeException("in a recorder", cause));
    }
}
