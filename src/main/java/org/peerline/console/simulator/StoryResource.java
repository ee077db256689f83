package org.peerline.console.simulator;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.NotFound;
import org.peerline.assignments.Assignment;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.waiting.InTurn;
import org.peerline.audit.Actor;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Refusal;
import org.peerline.intake.OpenRequest;
import org.peerline.requests.Plea;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.sms.SmsGateway;

/** The beginning of the story: somebody made up rings the line. There only while the gateway is the simulator. */
@Path("/simulator/story")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class StoryResource {
    private static final int FIRST_NUMBER = 123;
    private static final int LAST_NUMBER = 149;

    private final OpenRequest openRequest;
    private final Conversations conversations;
    private final SmsGateway gateway;

    StoryResource(OpenRequest openRequest, Conversations conversations, SmsGateway gateway) {
        this.openRequest = openRequest;
        this.conversations = conversations;
        this.gateway = gateway;
    }

    /** Who is in the story this time. */
    public record Cast(String reference, String requester, String peer, String peerName, String relayNumber) {
        @Override
        public String toString() {
            return "Cast[" + reference + "]";
        }
    }

    /** Opens a request for the first of the story's numbers that has none open. */
    @POST
    @Path("/open")
    @InTurn
    @Transactional
    public Cast open() {
        if (!gateway.isSimulated()) {
            throw new NotFound();
        }
        return IntStream.rangeClosed(FIRST_NUMBER, LAST_NUMBER)
                .mapToObj(n -> new PhoneNumber("+447700900" + n))
                .flatMap(number -> openFor(number).stream())
                .findFirst()
                .orElseThrow(() -> new Conflict(new Refusal("story_is_full", "Every number of the story is in use.")));
    }

    private List<Cast> openFor(PhoneNumber number) {
        var outcome =
                openRequest.open(sam(number), Plea.NOTHING_SPECIAL, SupportRequest.OpenedThrough.API, Actor.SERVICE);
        if (!(outcome instanceof OpenRequest.Outcome.Opened opened)) {
            return List.of();
        }
        Assignment assignment = opened.assignment()
                .orElseThrow(
                        () -> new Conflict(new Refusal("nobody_free", "Nobody on the roster is free for the story.")));
        Conversation conversation = conversations.of(assignment.id());
        return List.of(new Cast(
                opened.request().reference().text(),
                number.e164(),
                conversation.peerNumber().e164(),
                conversation.peerDisplayName(),
                assignment.relayNumber().e164()));
    }

    private static RequesterProfile sam(PhoneNumber number) {
        return new RequesterProfile(
                "Sam Okafor",
                number,
                new Address("1 High Street", null, "Leeds", "LS1 1AA"),
                LocalDate.of(1994, 5, 17),
                "Foundation doctor",
                null,
                null,
                null,
                List.of(),
                false,
                "en");
    }
}
