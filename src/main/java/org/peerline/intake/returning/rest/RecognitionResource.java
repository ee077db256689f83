package org.peerline.intake.returning.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.peerline.access.CurrentActor;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.core.Subject;
import org.peerline.intake.returning.RecogniseRequester;
import org.peerline.limits.Limit;

/** Knows a caller again who has rung before, under whatever number. */
@Path("/v1/requesters/recognise")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INTAKE, Roles.COORDINATOR})
@Tag(name = "Requests")
public class RecognitionResource {
    private final RecogniseRequester recogniseRequester;
    private final CurrentActor current;

    RecognitionResource(RecogniseRequester recogniseRequester, CurrentActor current) {
        this.recogniseRequester = recogniseRequester;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Limited(Limit.RECOGNITIONS_PER_KEY)
    @Transactional
    @Operation(
            operationId = "recogniseRequester",
            summary = "Ask whether a caller has been here before",
            description =
                    "Answers whether name and date of birth are known together, and whether the peer they had could"
                            + " be asked for; never anything about them. How often one may ask is limited, and each question is in"
                            + " the audit.")
    @APIResponse(responseCode = "200", description = "Known or not.")
    public RecognitionView recognise(Recognising asked) {
        var caller = current.caller();
        var found = recogniseRequester.by(
                asked.name(), asked.dateOfBirth(), caller.actor(), Subject.of(Subject.Kind.API_KEY, caller.id()));
        return new RecognitionView(found.known(), found.samePeerPossible(), found.samePeerFree());
    }
}
