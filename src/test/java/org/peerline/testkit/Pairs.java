package org.peerline.testkit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.audit.Actor;
import org.peerline.core.Gender;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.intake.OpenRequest;
import org.peerline.peers.RegisterPeer;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;
import org.peerline.requests.Plea;
import org.peerline.requests.SupportRequest.OpenedThrough;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSmsHandler;

/** Requesters with their peers, who text each other; what each is owed is read from the out-tray. */
@ApplicationScoped
public class Pairs {
    private static final AtomicInteger GMC = new AtomicInteger(4_000_000);
    private static final SealedField BODY = new SealedField("message", "body");

    private final RegisterPeer registerPeer;
    private final OpenRequest openRequest;
    private final Conversations conversations;
    private final InboundSmsHandler frontDesk;
    private final Jdbi jdbi;
    private final Vault vault;
    private final TimeSource time;
    private final Programme programme;

    Pairs(
            RegisterPeer registerPeer,
            OpenRequest openRequest,
            Conversations conversations,
            InboundSmsHandler frontDesk,
            Jdbi jdbi,
            Vault vault,
            TimeSource time,
            Programme programme) {
        this.registerPeer = registerPeer;
        this.openRequest = openRequest;
        this.conversations = conversations;
        this.frontDesk = frontDesk;
        this.jdbi = jdbi;
        this.vault = vault;
        this.time = time;
        this.programme = programme;
    }

    /** What somebody was owed. */
    public record Owed(Party to, String kind, String text) {}

    /** A new requester, called Sam, who has just been given a peer; the first text has been passed on. */
    public Pair newPair() {
        UUID assignment = in(() -> {
            registerPeer.register(peer(), Actor.SERVICE);
            var opened = (OpenRequest.Outcome.Opened)
                    openRequest.open(requester(), Plea.NOTHING_SPECIAL, OpenedThrough.API, Actor.SERVICE);
            UUID id = opened.assignment().orElseThrow().id();
            opened.assignment().orElseThrow().noteFirstText(time.now());
            return id;
        });
        send();
        return new Pair(this, assignment);
    }

    /** Another requester for the same peer: the only one on the roster. */
    public Pair anotherFor(Pair pair) {
        UUID assignment = in(() -> {
            var opened = (OpenRequest.Outcome.Opened)
                    openRequest.open(requester(), Plea.NOTHING_SPECIAL, OpenedThrough.API, Actor.SERVICE);
            opened.assignment().orElseThrow().noteFirstText(time.now());
            return opened.assignment().orElseThrow().id();
        });
        send();
        var another = new Pair(this, assignment);
        if (!another.peer().equals(pair.peer())) {
            throw new AssertionError("somebody else was free");
        }
        return another;
    }

    Conversation conversation(UUID assignment) {
        return in(() -> conversations.of(assignment));
    }

    /** What the text owes has been sent when this returns: a bare word answers what has been read. */
    void text(UUID assignment, Party sender, String body) {
        textUnsent(assignment, sender, body);
        send();
    }

    /** The same while what is owed still waits in the out-tray. */
    void textUnsent(UUID assignment, Party sender, String body) {
        in(() -> {
            Conversation conversation = conversations.of(assignment);
            frontDesk.handle(new InboundSms(
                    TwilioIds.message(),
                    conversation.recipient(sender).number(),
                    conversation.assignment().relayNumber(),
                    body,
                    0,
                    InboundSms.OptOut.NONE,
                    time.now(),
                    false));
            return null;
        });
    }

    void send() {
        while (programme.dispatch() > 0) {
            // Order is kept within a conversation, so that one round may not be enough.
        }
    }

    List<Owed> owed(UUID assignment) {
        return in(() -> jdbi.withHandle(handle -> handle.select(
                        "select id, to_party, kind, body, body_person from message where assignment_id = ? order by seq",
                        assignment)
                .map((row, context) -> new Owed(
                        Party.valueOf(row.getString("to_party")),
                        row.getString("kind"),
                        vault.open(
                                row.getObject("body_person", UUID.class),
                                BODY,
                                row.getObject("id", UUID.class),
                                row.getBytes("body"))))
                .list()));
    }

    /** How the texts stand that pass these words on. */
    public List<String> statusesOf(UUID assignment, String words) {
        return in(() -> jdbi.withHandle(handle -> handle
                .select(
                        "select id, status, body, body_person from message where assignment_id = ? order by seq",
                        assignment)
                .map((row, context) -> words.equals(vault.open(
                                row.getObject("body_person", UUID.class),
                                BODY,
                                row.getObject("id", UUID.class),
                                row.getBytes("body")))
                        ? Optional.of(row.getString("status"))
                        : Optional.<String>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList()));
    }

    private static <T> T in(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private static PeerProfile peer() {
        return new PeerProfile(
                new Identity("Dr Amara N", "Amara Nwosu", Samples.mobile(), String.valueOf(GMC.incrementAndGet())),
                new Background("GP", "General practice", Gender.FEMALE, "Wales", List.of()),
                new Offer(5, 20, new Availability(List.of())));
    }

    private static RequesterProfile requester() {
        return new RequesterProfile(
                "Sam Okafor",
                Samples.mobile(),
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
