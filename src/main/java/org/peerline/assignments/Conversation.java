package org.peerline.assignments;

import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Reference;
import org.peerline.peers.Peer;
import org.peerline.requests.Requester;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/**
 * One assignment with both its people, as far as a text between them needs it: names as the other side sees them and
 * where a text to each of them goes. Opened for one use, never kept.
 *
 * @param requesterFirstName what the peer sees
 * @param peerDisplayName what the requester sees
 * @param ambiguousFirstName the peer has another open assignment with somebody of the same first name
 */
public record Conversation(
        Assignment assignment,
        SupportRequest request,
        Requester requester,
        Peer peer,
        String requesterFirstName,
        String requesterJobRole,
        PhoneNumber requesterNumber,
        String peerDisplayName,
        PhoneNumber peerNumber,
        boolean ambiguousFirstName) {

    public Reference reference() {
        return request.reference();
    }

    /** What {@code party} is called by the other side. */
    public String nameOf(Party party) {
        return party == Party.PEER ? peerDisplayName : requesterFirstName;
    }

    public Recipient recipient(Party party) {
        return party == Party.PEER
                ? Recipient.of(party, peer.id(), peerNumber)
                : Recipient.of(party, requester.id(), requesterNumber);
    }

    /** The sentences as {@code party} should read them. */
    public SmsTexts textsFor(Party party) {
        return party == Party.PEER ? SmsTexts.in(Language.EN) : requester.texts();
    }

    public Language languageOf(Party party) {
        return party == Party.PEER ? Language.EN : requester.spoken();
    }

    public OwedText.Concerns concerns() {
        return new OwedText.Concerns(request.id(), assignment.id(), null);
    }

    @Override
    public String toString() {
        return "Conversation[" + assignment.id() + "]";
    }
}
