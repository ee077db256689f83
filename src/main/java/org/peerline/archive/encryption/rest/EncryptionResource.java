package org.peerline.archive.encryption.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.Roles;
import org.peerline.archive.encryption.RewrapKeys;
import org.peerline.archive.erasure.Erasures;
import org.peerline.privacy.Keyring;

/** How far the exchange of the wrapping key has come. */
@Path("/v1/encryption")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Privacy")
public class EncryptionResource {
    private final Keyring keyring;
    private final RewrapKeys rewrap;
    private final Erasures erasures;

    EncryptionResource(Keyring keyring, RewrapKeys rewrap, Erasures erasures) {
        this.keyring = keyring;
        this.rewrap = rewrap;
        this.erasures = erasures;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(operationId = "getEncryption", summary = "How far the exchange of the wrapping key has come")
    @APIResponse(responseCode = "200", description = "The key in use, and what is left.")
    public EncryptionView read() {
        return new EncryptionView(
                keyring.wrappingKeyId(),
                keyring.wrappingKeyIds().stream().sorted().toList(),
                rewrap.left(),
                erasures.inBackUps());
    }
}
