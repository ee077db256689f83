package org.peerline.access.bearer;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.peerline.access.Token;

/** Asks whose a token is. */
final class TokenRequest extends BaseAuthenticationRequest {
    private final Token token;

    TokenRequest(Token token) {
        this.token = token;
    }

    Token token() {
        return token;
    }
}
