package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.assignments.Assignments;
import org.peerline.assignments.Conversation;
import org.peerline.assignments.Conversations;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.Call;
import org.peerline.conversation.calling.CallTexter;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.sms.outbox.MessageView;
import org.peerline.sms.outbox.Messages;
import org.peerline.wording.Language;
import org.peerline.wording.RosterTexts;
import org.peerline.wording.SmsTexts;

/** The answer to CASES: each open request of a peer, and whose move it is. */
@ApplicationScoped
class CaseList {
    /** So many lines a text keep it within its budget. */
    private static final int LINES = 4;

    private final Assignments assignments;
    private final Conversations conversations;
    private final Calls calls;
    private final Messages messages;
    private final TimeSource time;

    CaseList(Assignments assignments, Conversations conversations, Calls calls, Messages messages, TimeSource time) {
        this.assignments = assignments;
        this.conversations = conversations;
        this.calls = calls;
        this.messages = messages;
        this.time = time;
    }

    /** One text or, with many requests, several. */
    List<String> of(UUID peer) {
        RosterTexts texts = SmsTexts.in(Language.EN).roster();
        List<String> lines = assignments.openOfPeer(peer).stream()
                .map(assignment -> line(texts, conversations.of(assignment.id())))
                .toList();
        if (lines.isEmpty()) {
            return List.of(texts.casesEmpty());
        }
        var pages = new ArrayList<String>();
        for (int from = 0; from < lines.size(); from += LINES) {
            pages.add(texts.cases(lines.subList(from, Math.min(from + LINES, lines.size()))));
        }
        return pages;
    }

    private String line(RosterTexts texts, Conversation conversation) {
        var reference = conversation.reference();
        String name = conversation.requesterFirstName();
        if (conversation.assignment().firstTextAt().isEmpty()) {
            return texts.caseFirstText(reference, name);
        }
        var texter = new CallTexter(conversation, Party.PEER);
        var negotiation = calls.negotiation(conversation.assignment().id(), time.now());
        Optional<Call> open = negotiation.open();
        if (open.isPresent()) {
            boolean theirMove = open.get().proposedBy() == Party.PEER;
            if (open.get().times().size() > 1) {
                return theirMove ? texts.caseTheirChoice(reference, name) : texts.caseYourChoice(reference, name);
            }
            String when = texter.when(open.get());
            return theirMove ? texts.caseTheirOk(reference, name, when) : texts.caseYourOk(reference, name, when);
        }
        return negotiation.agreed().stream()
                .findFirst()
                .map(call -> texts.caseCall(reference, name, texter.when(call)))
                .orElseGet(() -> theySpokeLast(conversation)
                        ? texts.caseYourMove(reference, name)
                        : texts.caseTheirMove(reference, name));
    }

    private boolean theySpokeLast(Conversation conversation) {
        UUID assignment = conversation.assignment().id();
        Optional<UUID> ours = messages.lastBy(Party.PEER, assignment).map(MessageView::id);
        Optional<UUID> theirs = messages.lastBy(Party.REQUESTER, assignment).map(MessageView::id);
        return ours.isEmpty() || theirs.isPresent() && theirs.get().compareTo(ours.get()) > 0;
    }
}
