package org.peerline.access.browser;

import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.peerline.api.address.PublicUrl;

/**
 * What a browser keeps while somebody is away at the identity provider: the secret of this one sign-in, and the page that
 * they wanted. It has to come along from there, so it is Lax; it opens nothing by itself.
 */
@Singleton
public class AwayCookie {
    private static final String NAME = "peerline_away";
    private static final String PATH = "/console/sign-in";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OwnCookie cookie;

    AwayCookie(PublicUrl publicUrl) {
        this.cookie = new OwnCookie(NAME, PATH, CookieSameSite.LAX, publicUrl);
    }

    /** @param page that was wanted */
    public record Kept(String secret, String page) {
        @Override
        public String toString() {
            return "Kept";
        }
    }

    public Optional<Kept> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(sent -> sent.getValue().split("\\.", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> decoded(parts[1]).map(page -> new Kept(parts[0], page)));
    }

    private static Optional<String> decoded(String written) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public void put(HttpServerRequest request, Kept kept) {
        String page = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(kept.page().getBytes(StandardCharsets.UTF_8));
        request.response()
                .addCookie(cookie.with(kept.secret() + "." + page, request).setMaxAge(LONGEST.toSeconds()));
    }

    public void remove(HttpServerRequest request) {
        cookie.remove(request);
    }
}
