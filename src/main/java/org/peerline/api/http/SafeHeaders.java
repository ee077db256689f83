package org.peerline.api.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Headers that keep answers out of caches, frames and guesses about their type. */
final class SafeHeaders {
    /** Pages bring nothing from elsewhere, run no script of their own text and are shown in nobody's frame. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    static void put(RoutingContext request) {
        MultiMap headers = request.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        String path = request.normalizedPath();
        if (path.startsWith("/v1")) {
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (path.startsWith("/console") || path.startsWith("/simulator")) {
            headers.set("Cache-Control", "no-store");
            headers.set("Content-Security-Policy", PAGES);
        }
    }
}
