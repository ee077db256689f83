package org.peerline;

import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.peerline.core.StartupRefused;

/**
 * Why the service did not start, as one line for the person who started it. The stack trace is for developers: {@code
 * -Dpeerline.trace} prints it.
 */
final class StartFailure {
    private StartFailure() {}

    static void explain(Throwable failure) {
        System.err.println("Peerline did not start. " + sentence(failure));
        if (System.getProperty("peerline.trace") != null) {
            failure.printStackTrace();
        }
    }

    static String sentence(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable link : chain) {
            if (link instanceof StartupRefused) {
                return line(link);
            }
            if (link instanceof QuarkusBindException taken) {
                return portTaken("Port " + taken.getPort());
            }
            if (link instanceof BindException) {
                return portTaken("The port");
            }
            if (link instanceof ConfigurationException || link instanceof ConfigValidationException) {
                return "The configuration is not right: " + line(link);
            }
        }
        return chain.stream()
                .filter(SQLException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .map(refused -> "The database says no: " + line(refused))
                .orElseGet(() -> line(chain.get(chain.size() - 1)));
    }

    private static String portTaken(String port) {
        return port + " is in use already: stop the other program, or choose another port with QUARKUS_HTTP_PORT.";
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && !chain.contains(link); link = link.getCause()) {
            chain.add(link);
        }
        return chain;
    }

    /** Our own sentences stand for themselves; a foreign message can be meaningless without its type. */
    private static String line(Throwable failure) {
        String message =
                failure.getMessage() == null ? "" : failure.getMessage().strip().replaceAll("\\s*\\R\\s*", " ");
        boolean speaksForItself = message.contains(" ");
        return speaksForItself ? message : (failure.getClass().getSimpleName() + " " + message).strip();
    }
}
