package org.peerline.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;
import org.peerline.api.address.PublicUrl;

/** The addresses of style sheet and scripts. They change with the content, so that browsers may keep them. */
@Singleton
public class Assets {
    private static final int ENOUGH = 5;
    private final String base;
    private final String htmx;
    private final String style;
    private final String simulator;
    private final String steps;

    Assets(PublicUrl publicUrl) {
        base = publicUrl.prefix();
        htmx = publicUrl.of("/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js");
        style = publicUrl.of(address("console.css"));
        simulator = publicUrl.of(address("simulator.js"));
        steps = publicUrl.of(address("steps.js"));
    }

    /** What every address on a page begins with; empty unless a proxy serves us under a path of its own. */
    public String base() {
        return base;
    }

    public String htmx() {
        return htmx;
    }

    public String style() {
        return style;
    }

    public String simulator() {
        return simulator;
    }

    public String steps() {
        return steps;
    }

    private static String htmxVersion() {
        try (InputStream known =
                Assets.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            var properties = new Properties();
            properties.load(known);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String file) {
        try (InputStream content = Assets.class.getResourceAsStream("/META-INF/resources/pages/" + file)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return "/pages/" + file + "?v=" + HexFormat.of().formatHex(digest, 0, ENOUGH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
