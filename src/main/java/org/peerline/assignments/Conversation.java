package org.peerline.assignments;

import java.util.UUID;
import java.util.function.Supplier;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Reference;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerCard;
import org.peerline.requests.Requester;
import org.peerline.requests.RequesterCard;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/**
 * One assignment with both its people, as far as a text between them needs it: names as the other side sees them and
 * where a text to each of them goes. Opened for one use, never kept.
 *
 * <p>Most texts need these few facts and nothing else; the aggregates behind them are loaded when somebody asks.
 */
public final class Conversation {
    private final Facts facts;
    private final RequesterCard requesterCard;
    private final PeerCard peerCard;
    private final boolean heldOpen;
    private final Supplier<Aggregates> load;
    private Aggregates aggregates;

    Conversation(
            Facts facts, RequesterCard requesterCard, PeerCard peerCard, boolean heldOpen, Supplier<Aggregates> load) {
        this.facts = facts;
        this.requesterCard = requesterCard;
        this.peerCard = peerCard;
        this.heldOpen = heldOpen;
        this.load = load;
    }

    /**
     * What does not change while the conversation lasts, but for the last three.
     *
     * @param heardRequester the requester's first text has been passed on
     * @param heardPeer the peer's first answer has been passed on
     * @param ambiguousFirstName the peer has another open assignment with somebody of the same first name
     */
    record Facts(
            UUID assignment,
            UUID request,
            PhoneNumber relayNumber,
            Reference reference,
            boolean heardRequester,
            boolean heardPeer,
            boolean ambiguousFirstName) {}

    /** The aggregates behind a conversation, as the transaction in hand sees and may change them. */
    record Aggregates(Assignment assignment, SupportRequest request, Requester requester, Peer peer) {}

    /** The same, known to stay open until the transaction is over. */
    Conversation heldOpen() {
        return new Conversation(facts, requesterCard, peerCard, true, load);
    }

    public boolean isHeldOpen() {
        return heldOpen;
    }

    public UUID assignmentId() {
        return facts.assignment;
    }

    public PhoneNumber relayNumber() {
        return facts.relayNumber;
    }

    /** Whether a text of this side has been passed on, as far as was seen without a lock; never true too early. */
    public boolean hasBeenHeard(Party party) {
        return party == Party.REQUESTER ? facts.heardRequester : facts.heardPeer;
    }

    public UUID personId(Party party) {
        return party == Party.PEER ? peerCard.id() : requesterCard.id();
    }

    public Assignment assignment() {
        return aggregates().assignment;
    }

    public SupportRequest request() {
        return aggregates().request;
    }

    public Requester requester() {
        return aggregates().requester;
    }

    public Peer peer() {
        return aggregates().peer;
    }

    /** What the peer sees. */
    public String requesterFirstName() {
        return requesterCard.firstName();
    }

    public String requesterJobRole() {
        return requesterCard.jobRole();
    }

    public PhoneNumber requesterNumber() {
        return requesterCard.contactNumber();
    }

    /** What the requester sees. */
    public String peerDisplayName() {
        return peerCard.displayName();
    }

    public PhoneNumber peerNumber() {
        return peerCard.mobileNumber();
    }

    /** The peer has another open assignment with somebody of the same first name. */
    public boolean ambiguousFirstName() {
        return facts.ambiguousFirstName;
    }

    public Reference reference() {
        return facts.reference;
    }

    /** What {@code party} is called by the other side. */
    public String nameOf(Party party) {
        return party == Party.PEER ? peerDisplayName() : requesterFirstName();
    }

    public Recipient recipient(Party party) {
        return Recipient.of(party, personId(party), party == Party.PEER ? peerNumber() : requesterNumber());
    }

    /** The sentences as {@code party} should read them. */
    public SmsTexts textsFor(Party party) {
        return party == Party.PEER ? SmsTexts.in(Language.EN) : requesterCard.texts();
    }

    public Language languageOf(Party party) {
        return party == Party.PEER ? Language.EN : requesterCard.spoken();
    }

    public OwedText.Concerns concerns() {
        return new OwedText.Concerns(facts.request, facts.assignment, null);
    }

    private Aggregates aggregates() {
        if (aggregates == null) {
            aggregates = load.get();
        }
        return aggregates;
    }

    @Override
    public String toString() {
        return "Conversation[" + facts.assignment + "]";
    }
}
