package org.peerline.console.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.peerline.access.browser.AwayCookie;
import org.peerline.access.browser.BrowserSessions;
import org.peerline.access.browser.SessionCookie;
import org.peerline.access.oidc.Arrival;
import org.peerline.access.oidc.StaffSignIn;
import org.peerline.api.address.PublicUrl;
import org.peerline.api.problem.NotFound;
import org.peerline.api.problem.TryLater;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;

/** Signs staff in with the organisation's own account, where an identity provider is configured. */
@Path("/console/sign-in/organisation")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class OrganisationPage {
    private static final String BACK = "/console/sign-in/organisation/back";
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_OFTEN = 429;
    private static final int UNAVAILABLE = 503;

    private final StaffSignIn staff;
    private final BrowserSessions browsers;
    private final SessionCookie session;
    private final AwayCookie away;
    private final PublicUrl publicUrl;
    private final Limits limits;
    private final Pages pages;

    OrganisationPage(
            StaffSignIn staff,
            BrowserSessions browsers,
            SessionCookie session,
            AwayCookie away,
            PublicUrl publicUrl,
            Limits limits,
            Pages pages) {
        this.staff = staff;
        this.browsers = browsers;
        this.session = session;
        this.away = away;
        this.publicUrl = publicUrl;
        this.limits = limits;
        this.pages = pages;
    }

    /** The last step: a browser sends the new cookie only from a page of ours to a page of ours, so here is one. */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignedIn(Shell w, String to) implements TemplateInstance {}

    @GET
    public Response leaveFor(@QueryParam("to") String to, @Context HttpServerRequest request) {
        require();
        try {
            StaffSignIn.Departure departure = staff.depart(publicUrl.absolute(request, BACK));
            away.put(request, new AwayCookie.Kept(departure.secret(), Go.within(to)));
            return elsewhere(departure.to());
        } catch (TryLater later) {
            return refused(UNAVAILABLE, "signin.organisation.away", Go.within(to));
        }
    }

    @GET
    @Path("/back")
    public Response comeBack(@Context UriInfo asked, @Context HttpServerRequest request) {
        require();
        Optional<AwayCookie.Kept> kept = away.of(request);
        away.remove(request);
        String to = Go.within(kept.map(AwayCookie.Kept::page).orElse(null));
        if (kept.isPresent() && limits.use(Limit.ORGANISATION_SIGN_INS, "all").isPresent()) {
            // Anybody may make a cookie and a return of their own, and each asks the issuer something.
            return refused(TOO_OFTEN, "fault.429", to);
        }
        try {
            Arrival arrival = staff.arrive(
                    publicUrl.absolute(request, BACK),
                    asked.getQueryParameters(),
                    kept.map(AwayCookie.Kept::secret).orElse(null));
            if (arrival instanceof Arrival.SignedIn in) {
                session.put(request, browsers.openForStaff(in.caller()));
                return Response.ok(new SignedIn(pages.shellForAnybody(), to).render())
                        .build();
            }
            if (arrival instanceof Arrival.WithoutRole) {
                return refused(FORBIDDEN, "signin.organisation.no-role", to);
            }
            return refused(
                    UNAUTHENTICATED,
                    arrival instanceof Arrival.Refused ? "signin.organisation.refused" : "signin.organisation.again",
                    to);
        } catch (TryLater later) {
            return refused(UNAVAILABLE, "signin.organisation.away", to);
        }
    }

    /** Out of the organisation's sign-in too, for a computer that others use. */
    @GET
    @Path("/leave")
    public Response leave(@Context HttpServerRequest request) {
        require();
        try {
            return staff.leave(publicUrl.absolute(request, "/console/sign-in"))
                    .map(OrganisationPage::elsewhere)
                    .orElseGet(() -> Go.to("/console/sign-in"));
        } catch (TryLater later) {
            return refused(UNAVAILABLE, "signin.organisation.away", Go.within(null));
        }
    }

    private void require() {
        if (!staff.isOffered()) {
            throw new NotFound();
        }
    }

    private static Response elsewhere(URI to) {
        return Response.status(SEE_OTHER)
                .header(HttpHeaders.LOCATION, to.toString())
                .build();
    }

    private Response refused(int status, String fault, String to) {
        return Response.status(status)
                .entity(new SignInPage.SignInForm(
                                pages.shellForAnybody(), to, Optional.of(fault), Optional.empty(), true)
                        .render())
                .build();
    }
}
