package org.peerline.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Sends the browser on after a form, so that going back or reloading sends nothing twice. */
public final class Go {
    private static final int SEE_OTHER = 303;

    private Go() {}

    /** @param path of a page here, without the public prefix; left relative, because only the browser knows the scheme */
    public static Response to(String path) {
        return Response.status(SEE_OTHER).header(HttpHeaders.LOCATION, path).build();
    }

    /** The page to go back to, as somebody asked for it: only ever one of ours. */
    public static String within(String wanted) {
        boolean ours = wanted != null && wanted.matches("/console(/[A-Za-z0-9/_-]*)?");
        return ours && !wanted.startsWith("/console/sign-in") ? wanted : "/console";
    }
}
