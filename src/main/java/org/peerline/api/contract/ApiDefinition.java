package org.peerline.api.contract;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.api.http.Problem;

/** What the contract says about the API as a whole; {@link ContractFilter} adds what holds for every operation. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Peerline",
                        version = "1",
                        description =
                                "Coordinates peer support between doctors. Errors are problem documents (RFC 9457)"
                                        + " whose `type` is `urn:peerline:problem:` and the kind, such as `invalid-input`.",
                        license = @License(name = "Apache-2.0")),
        servers = @Server(url = "/"),
        tags = {
            @Tag(name = "Access", description = "API keys, and how peers sign in."),
            @Tag(name = "Peers", description = "The roster, and what peers change of their own entry."),
            @Tag(name = "Requests", description = "Requests for support, from opening to close."),
            @Tag(name = "Assignments", description = "What a peer holds, and the thread with their requester."),
            @Tag(name = "Calls", description = "Times that one side suggests and both agree to."),
            @Tag(name = "Texts", description = "What became of the texts that are owed; without their words."),
            @Tag(name = "Tasks", description = "What a coordinator has to look at."),
            @Tag(
                    name = "Privacy",
                    description =
                            "What people can ask about their own data, what is removed by itself, and the audit."),
            @Tag(name = "Numbers", description = "Our own numbers, and how much of them is in use."),
            @Tag(name = "Simulator", description = "Phones to play with; gone with a real gateway.")
        },
        components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
@SecurityScheme(
        securitySchemeName = ApiDefinition.BEARER,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key (`pl_…`) or the token of a session (`ps_…`).")
public class ApiDefinition extends Application {
    static final String BEARER = "bearer";
}
