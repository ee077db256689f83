package org.peerline.api.address;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.StartupRefused;

/**
 * Where browsers find the service. Its path is the prefix under which a reverse proxy serves it: whatever we tell a
 * browser, be it a link, a redirect or a cookie's path, begins with it.
 */
@Singleton
public class PublicUrl {
    /** Nothing that would have to be escaped in a page or a cookie. */
    private static final Pattern PREFIX = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    private final Optional<String> url;
    private final String prefix;

    PublicUrl(@ConfigProperty(name = "peerline.public-url") Optional<String> url) {
        this.url =
                url.map(String::strip).map(given -> given.replaceAll("/+$", "")).filter(given -> !given.isEmpty());
        this.prefix = this.url.map(PublicUrl::pathOf).orElse("");
    }

    private static String pathOf(String url) {
        try {
            URI address = URI.create(url);
            String path = address.getRawPath() == null ? "" : address.getRawPath();
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && PREFIX.matcher(path).matches()) {
                return path;
            }
        } catch (IllegalArgumentException unreadable) {
            // Said below.
        }
        throw new StartupRefused("PEERLINE_PUBLIC_URL must be an address such as https://peerline.example or"
                + " https://www.example/peerline, its path of letters, digits and . _ ~ - only.");
    }

    /** Such as {@code /peerline}; empty without one. */
    public String prefix() {
        return prefix;
    }

    /** @param path of ours, beginning with a slash; the answer is what a browser has to ask for */
    public String of(String path) {
        return prefix + path;
    }

    /** The whole address, for somebody elsewhere who sends a browser back. */
    public URI absolute(HttpServerRequest request, String path) {
        return URI.create(
                url.orElseGet(() -> (isHttps(request) ? "https" : "http") + "://" + request.authority()) + path);
    }

    /** Behind a proxy the last few steps are plain; the browser's own are not. */
    public boolean isHttps(HttpServerRequest request) {
        return url.filter(given -> given.startsWith("https:")).isPresent()
                || request.isSSL()
                || "https".equals(request.getHeader("X-Forwarded-Proto"));
    }
}
