package org.peerline.api.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/** Headers that keep answers out of caches, frames and guesses about their type; every answer has them, errors too. */
final class SafeHeaders {
    /** Whatever it is, a browser does nothing with it. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** Pages bring nothing from elsewhere, run no script of their own text and are shown in nobody's frame. */
    private static final String PAGES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The page that shows the contract is not ours and has scripts and styles in its text. */
    private static final String CONTRACT = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    static void put(RoutingContext request) {
        MultiMap headers = request.response().headers();
        String path = String.valueOf(request.normalizedPath());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.set("Content-Security-Policy", policy(path));
        if (!isFile(path)) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static String policy(String path) {
        if (isUnder(path, "/console") || isUnder(path, "/simulator")) {
            return PAGES;
        }
        return isUnder(path, "/q/swagger-ui") ? CONTRACT : NOTHING;
    }

    /** Style sheets, scripts and pictures, the same for everybody: a browser may keep them. */
    private static boolean isFile(String path) {
        return isUnder(path, "/pages") || isUnder(path, "/webjars") || isUnder(path, "/q/swagger-ui");
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
