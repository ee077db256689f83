package org.peerline.access.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.access.signin.CodeOutcome;
import org.peerline.access.signin.Sessions;
import org.peerline.access.signin.SignIn;
import org.peerline.access.signin.SignInOutcome;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.problem.TryLater;
import org.peerline.api.problem.Unauthenticated;

/** Peers sign in by one-time code. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class SessionsResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final MobileNumbers numbers;
    private final CurrentActor current;

    SessionsResource(SignIn signIn, Sessions sessions, MobileNumbers numbers, CurrentActor current) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.numbers = numbers;
        this.current = current;
    }

    @POST
    @Path("/code")
    @PermitAll
    @Operation(
            operationId = "requestSignInCode",
            summary = "Ask for a one-time code by text",
            description = "The answer is the same whether the number is a peer's or not.")
    @APIResponse(responseCode = "202", description = "If the number is an active peer's, a code is on its way.")
    public Response requestCode(SignInCodeRequest asked) {
        var mobile = numbers.read(asked.mobileNumber()).orElseThrow();
        if (signIn.requestCode(mobile) instanceof CodeOutcome.TooOften tooOften) {
            throw TryLater.limitReached(tooOften.pause());
        }
        return Response.accepted().build();
    }

    @POST
    @PermitAll
    @Operation(operationId = "openSession", summary = "Sign in with a one-time code")
    @APIResponse(responseCode = "401", description = "The number or the code is not right.")
    @APIResponseSchema(value = SessionView.class, responseCode = "201", responseDescription = "Signed in.")
    public Response open(SignInRequest asked) {
        var mobile = numbers.read(asked.mobileNumber()).orElseThrow();
        if (signIn.open(mobile, asked.code()) instanceof SignInOutcome.SignedIn signedIn) {
            return Response.status(201).entity(SessionView.of(signedIn)).build();
        }
        throw new Unauthenticated("The number or the code is not right, or the code can no longer be used.");
    }

    @DELETE
    @Path("/current")
    @RolesAllowed(Roles.PEER)
    @Operation(operationId = "closeSession", summary = "Sign out")
    @APIResponse(responseCode = "204", description = "The token no longer works.")
    public void close() {
        sessions.end(current.caller().id());
    }
}
