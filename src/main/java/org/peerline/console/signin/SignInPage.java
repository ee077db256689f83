package org.peerline.console.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.peerline.access.Token;
import org.peerline.access.browser.BrowserSessions;
import org.peerline.access.browser.SessionCookie;
import org.peerline.access.oidc.StaffSignIn;
import org.peerline.access.signin.CodeOutcome;
import org.peerline.access.signin.SignIn;
import org.peerline.access.signin.SignInOutcome;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.problem.TryLater;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.core.PhoneNumber;

/** Signs in by key, or a peer by a code to their phone. What was wrong is never said more closely than needed. */
@Path("/console/sign-in")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignInPage {
    private static final int UNAUTHENTICATED = 401;

    private final BrowserSessions browsers;
    private final SessionCookie cookie;
    private final SignIn signIn;
    private final StaffSignIn staff;
    private final MobileNumbers numbers;
    private final Pages pages;

    SignInPage(
            BrowserSessions browsers,
            SessionCookie cookie,
            SignIn signIn,
            StaffSignIn staff,
            MobileNumbers numbers,
            Pages pages) {
        this.browsers = browsers;
        this.cookie = cookie;
        this.signIn = signIn;
        this.staff = staff;
        this.numbers = numbers;
        this.pages = pages;
    }

    /**
     * @param fault the key of what was wrong; empty at first
     * @param mobile the number that a code was sent to; empty before
     * @param organisation whether there is an identity provider to sign in with
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInForm(Shell w, String to, Optional<String> fault, Optional<String> mobile, boolean organisation)
            implements TemplateInstance {}

    @GET
    public String form(@QueryParam("to") String to) {
        return page(to, Optional.empty(), Optional.empty());
    }

    @POST
    @Path("/key")
    public Response byKey(
            @FormParam("key") String key, @FormParam("to") String to, @Context HttpServerRequest request) {
        Optional<Token> opened = Token.parse(key == null ? null : key.strip())
                .filter(token -> token.kind() == Token.Kind.API_KEY)
                .flatMap(browsers::openByKey);
        if (opened.isEmpty()) {
            return refused(to, "signin.key.wrong", Optional.empty());
        }
        cookie.put(request, opened.get());
        return Go.to(Go.within(to));
    }

    @POST
    @Path("/code")
    public Response askForCode(@FormParam("mobile") String mobile, @FormParam("to") String to) {
        Optional<PhoneNumber> number = numbers.read(mobile);
        if (number.isEmpty()) {
            return refused(to, "signin.mobile.wrong", Optional.empty());
        }
        if (signIn.requestCode(number.get()) instanceof CodeOutcome.TooOften tooOften) {
            throw TryLater.limitReached(tooOften.pause());
        }
        return Response.ok(page(to, Optional.empty(), Optional.of(number.get().e164())))
                .build();
    }

    @POST
    @Path("/code/check")
    public Response byCode(
            @FormParam("mobile") String mobile,
            @FormParam("code") String code,
            @FormParam("to") String to,
            @Context HttpServerRequest request) {
        Optional<PhoneNumber> number = numbers.read(mobile);
        String digits = code == null ? "" : code.strip();
        if (number.isPresent()
                && digits.matches("[0-9]{6}")
                && signIn.open(number.get(), digits) instanceof SignInOutcome.SignedIn signedIn) {
            cookie.put(request, browsers.openFor(signedIn));
            return Go.to(Go.within(to));
        }
        return refused(to, "signin.code.wrong", number.map(PhoneNumber::e164));
    }

    private Response refused(String to, String fault, Optional<String> mobile) {
        return Response.status(UNAUTHENTICATED)
                .entity(page(to, Optional.of(fault), mobile))
                .build();
    }

    private String page(String to, Optional<String> fault, Optional<String> mobile) {
        return new SignInForm(pages.shellForAnybody(), Go.within(to), fault, mobile, staff.isOffered()).render();
    }
}
