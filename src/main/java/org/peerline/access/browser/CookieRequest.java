package org.peerline.access.browser;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.peerline.access.Token;

/** Asks whose browser it is. */
final class CookieRequest extends BaseAuthenticationRequest {
    private final Token token;
    private final boolean attended;

    CookieRequest(Token token, boolean attended) {
        this.token = token;
        this.attended = attended;
    }

    Token token() {
        return token;
    }

    boolean attended() {
        return attended;
    }
}
