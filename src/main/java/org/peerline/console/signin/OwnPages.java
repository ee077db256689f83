package org.peerline.console.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.peerline.access.Caller;
import org.peerline.access.CurrentActor;
import org.peerline.access.browser.BrowserSessions;
import org.peerline.access.browser.SessionCookie;
import org.peerline.api.address.PublicUrl;
import org.peerline.console.Go;
import org.peerline.console.Pages;

/** What everybody may decide for themselves: the language, and to leave. */
@Path("/console")
@PermitAll
public class OwnPages {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final BrowserSessions browsers;
    private final SessionCookie cookie;
    private final CurrentActor current;
    private final PublicUrl publicUrl;

    OwnPages(BrowserSessions browsers, SessionCookie cookie, CurrentActor current, PublicUrl publicUrl) {
        this.browsers = browsers;
        this.cookie = cookie;
        this.current = current;
        this.publicUrl = publicUrl;
    }

    @POST
    @Path("/language")
    public Response speak(
            @FormParam("language") String language, @FormParam("to") String to, @Context HttpServerRequest request) {
        request.response()
                .addCookie(Cookie.cookie(Pages.LANGUAGE_COOKIE, "cy".equals(language) ? "cy" : "en")
                        .setPath(publicUrl.of("/"))
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(A_YEAR.toSeconds()));
        boolean signingIn = "/console/sign-in".equals(to);
        return Go.to(signingIn ? to : Go.within(to));
    }

    @POST
    @Path("/sign-out")
    public Response leave(@Context HttpServerRequest request) {
        Caller leaving = current.caller();
        cookie.of(request).ifPresent(token -> browsers.end(token, leaving));
        cookie.remove(request);
        return Go.to(
                "/console/sign-in?done=" + (leaving.kind() == Caller.Kind.STAFF ? "signed-out-here" : "signed-out"));
    }
}
