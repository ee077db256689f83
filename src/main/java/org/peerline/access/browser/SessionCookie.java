package org.peerline.access.browser;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.peerline.access.Token;
import org.peerline.api.address.PublicUrl;

/**
 * The cookie that carries a browser's token: for the pages only, out of reach of scripts, and never sent along from
 * another site. It ends with the browser; the session itself ends earlier.
 */
@Singleton
public class SessionCookie {
    static final String NAME = "peerline_session";
    static final String PATH = "/console";

    private final OwnCookie cookie;

    SessionCookie(PublicUrl publicUrl) {
        this.cookie = new OwnCookie(NAME, PATH, CookieSameSite.STRICT, publicUrl);
    }

    static Optional<Token> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(NAME))
                .map(Cookie::getValue)
                .flatMap(Token::parse)
                .filter(token -> token.kind() == Token.Kind.SESSION);
    }

    public Optional<Token> of(HttpServerRequest request) {
        return token(request);
    }

    public void put(HttpServerRequest request, Token token) {
        request.response().addCookie(cookie.with(token.text(), request));
    }

    public void remove(HttpServerRequest request) {
        cookie.remove(request);
    }
}
