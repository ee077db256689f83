package org.peerline.access.browser;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import org.peerline.api.address.PublicUrl;

/**
 * How a cookie of ours is given to a browser and taken back: below one path only, and out of reach of scripts.
 *
 * @param fromElsewhere whether the browser sends it along when somebody comes from another site
 */
record OwnCookie(String name, String path, CookieSameSite fromElsewhere, PublicUrl publicUrl) {
    /** It ends with the browser, unless it is given an age. */
    Cookie with(String value, HttpServerRequest request) {
        return Cookie.cookie(name, value)
                .setPath(publicUrl.of(path))
                .setHttpOnly(true)
                .setSameSite(fromElsewhere)
                .setSecure(publicUrl.isHttps(request));
    }

    void remove(HttpServerRequest request) {
        request.response().addCookie(with("", request).setMaxAge(0));
    }
}
