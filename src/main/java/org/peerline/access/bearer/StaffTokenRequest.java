package org.peerline.access.bearer;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose a token of the organisation's issuer is. */
final class StaffTokenRequest extends BaseAuthenticationRequest {
    private final String jwt;

    StaffTokenRequest(String jwt) {
        this.jwt = jwt;
    }

    String jwt() {
        return jwt;
    }
}
