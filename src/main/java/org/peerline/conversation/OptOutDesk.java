package org.peerline.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.assignments.numbers.RelayPlace;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.service.IntakeDesk;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.peers.PeerFreed;
import org.peerline.peers.Peers;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.sms.InboundSms;
import org.peerline.sms.InboundSms.OptOut;
import org.peerline.sms.optout.OptOutWords;
import org.peerline.sms.optout.OptOuts;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;

/**
 * STOP and START, before anything else and for every sender. We confirm nothing ourselves: the provider does, and a text
 * to somebody who has just said STOP would be the one thing they asked us not to do.
 */
@ApplicationScoped
class OptOutDesk {
    private final OptOuts optOuts;
    private final IntakeDesk intakeDesk;
    private final RelayNumbers relayNumbers;
    private final Requests requests;
    private final Requesters requesters;
    private final Conversations conversations;
    private final Helpline helpline;
    private final Replies replies;
    private final Audit audit;
    private final Tasks tasks;
    private final Peers peers;
    private final Event<PeerFreed> freed;

    OptOutDesk(
            OptOuts optOuts,
            IntakeDesk intakeDesk,
            RelayNumbers relayNumbers,
            Requests requests,
            Requesters requesters,
            Conversations conversations,
            Helpline helpline,
            Replies replies,
            Audit audit,
            Tasks tasks,
            Peers peers,
            Event<PeerFreed> freed) {
        this.optOuts = optOuts;
        this.intakeDesk = intakeDesk;
        this.relayNumbers = relayNumbers;
        this.requests = requests;
        this.requesters = requesters;
        this.conversations = conversations;
        this.helpline = helpline;
        this.replies = replies;
        this.audit = audit;
        this.tasks = tasks;
        this.peers = peers;
        this.freed = freed;
    }

    /** True when the text was about opting out or in, and nothing else is to be read in it. */
    boolean read(InboundSms sms, String sender, String written) {
        if (sms.optOut() == OptOut.STOP || OptOutWords.isStop(written)) {
            intakeDesk.forget(sms);
            var via = sms.optOut() == OptOut.STOP ? OptOuts.Via.PROVIDER : OptOuts.Via.TEXT;
            if (optOuts.optOut(sender, via, sms.receivedAt(), sms.late())) {
                recordWithout(relayNumbers.openPlacesOf(sender), sms, sender, "OPTED_OUT");
                showWhoWaits(sender);
            }
            tellOtherSides(sender);
            return true;
        }
        if (sms.optOut() == OptOut.START || OptOutWords.isStart(written)) {
            // YES is also an answer; it opts in only somebody who had opted out.
            boolean optedIn = optOuts.optIn(sender, sms.receivedAt());
            if (optedIn) {
                intakeDesk.forget(sms);
                peers.withMobile(sms.from()).ifPresent(peer -> freed.fire(new PeerFreed(peer.id())));
                List<RelayPlace> places = relayNumbers.openPlacesOf(sender);
                places.forEach(this::reachableAgain);
                recordWithout(places, sms, sender, "OPTED_IN");
                requests.openOf(sender)
                        .ifPresent(request -> tasks.settle(TaskKind.OPTED_OUT_WAITING, subject(request)));
            }
            return optedIn || sms.optOut() == OptOut.START || optOuts.isOptedOut(sender);
        }
        return false;
    }

    /** The provider refused a text because its reader has opted out, which may be all that we ever hear of their STOP. */
    void refusedFor(String reader) {
        if (optOuts.isOptedOut(reader)) {
            showWhoWaits(reader);
            tellOtherSides(reader);
        }
    }

    /**
     * Each once for each STOP: whose STOP the provider knew before us is opted out already, and not everybody has heard of
     * it. Nobody is told of one that a wish to start again has undone.
     */
    private void tellOtherSides(String stopped) {
        if (optOuts.isOptedOut(stopped)) {
            relayNumbers.openPlacesOf(stopped).stream()
                    .filter(place -> relayNumbers.stopWasTold(place.assignmentId(), place.party()))
                    .forEach(this::tellOtherSide);
        }
    }

    private void showWhoWaits(String stopped) {
        waiting(stopped)
                .ifPresent(request ->
                        tasks.raise(TaskKind.OPTED_OUT_WAITING, subject(request), Optional.of(request.id())));
    }

    private void tellOtherSide(RelayPlace place) {
        Conversation conversation = conversations.of(place.assignmentId());
        Party other = place.party().other();
        record(place, conversation, "OPTED_OUT");
        tasks.raise(
                TaskKind.OPTED_OUT,
                subject(place.assignmentId()),
                Optional.of(conversation.request().id()),
                Optional.of(place.party()));
        var texts = conversation.textsFor(other);
        replies.notify(
                conversation,
                other,
                other == Party.PEER
                        ? texts.peers().stopped(conversation.reference(), conversation.requesterFirstName())
                        : texts.relay().stopped(conversation.peerDisplayName(), helpline.number()));
    }

    private void reachableAgain(RelayPlace place) {
        Conversation conversation = conversations.of(place.assignmentId());
        record(place, conversation, "OPTED_IN");
        tasks.settle(TaskKind.OPTED_OUT, subject(place.assignmentId()));
        if (relayNumbers.stopIsOver(place)) {
            Party other = place.party().other();
            var texts = conversation.textsFor(other);
            replies.notify(
                    conversation,
                    other,
                    other == Party.PEER
                            ? texts.peers().reachableAgain(conversation.reference(), conversation.requesterFirstName())
                            : texts.relay().reachableAgain(conversation.peerDisplayName()));
        }
    }

    private void record(RelayPlace place, Conversation conversation, String action) {
        audit.record(
                place.party() == Party.PEER
                        ? Actor.peer(conversation.peer().id())
                        : Actor.requester(conversation.requester().id()),
                action,
                subject(place.assignmentId()),
                place.party().name());
    }

    /** Of those whom no open conversation names: a peer, whoever waits, or whoever asked last on this handset. */
    private void recordWithout(List<RelayPlace> places, InboundSms sms, String sender, String action) {
        peers.withMobile(sms.from())
                .filter(peer -> isNone(places, Party.PEER))
                .ifPresent(peer -> audit.record(
                        Actor.peer(peer.id()), action, Subject.of(Subject.Kind.PEER, peer.id()), Party.PEER.name()));
        Optional<SupportRequest> open = requests.openOf(sender);
        open.map(SupportRequest::requesterId)
                .or(() -> requesters.on(sender).stream().findFirst().map(Requester::id))
                .filter(requester -> isNone(places, Party.REQUESTER))
                .ifPresent(requester -> audit.record(
                        Actor.requester(requester),
                        action,
                        open.map(OptOutDesk::subject).orElse(Subject.of(Subject.Kind.REQUESTER, requester)),
                        Party.REQUESTER.name()));
    }

    private static boolean isNone(List<RelayPlace> places, Party party) {
        return places.stream().noneMatch(place -> place.party() == party);
    }

    /** The request of somebody who has no conversation that could show that they are gone. */
    private Optional<SupportRequest> waiting(String sender) {
        return requests.openOf(sender).filter(request -> request.status() == RequestStatus.WAITING);
    }

    private static Subject subject(SupportRequest request) {
        return Subject.of(Subject.Kind.REQUEST, request.id());
    }

    private static Subject subject(UUID assignment) {
        return Subject.of(Subject.Kind.ASSIGNMENT, assignment);
    }

    /** What {@code party} is told of a text of theirs that the other side will not receive. */
    String otherCannotReceive(Conversation conversation, Party party) {
        relayNumbers.stopWasTold(conversation.assignmentId(), party.other());
        var texts = conversation.textsFor(party);
        return party == Party.PEER
                ? texts.peers().cannotReceive(conversation.reference(), conversation.requesterFirstName())
                : texts.relay().cannotReceive(conversation.peerDisplayName(), helpline.number());
    }
}
