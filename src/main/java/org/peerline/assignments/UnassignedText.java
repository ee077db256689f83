package org.peerline.assignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.matching.Need;
import org.peerline.requests.Requester;
import org.peerline.requests.Requesters;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.waiting.Waiting;
import org.peerline.requests.waiting.WaitingReason;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.PlannedTexts;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Helpline;
import org.peerline.wording.IntroductionTexts;
import org.peerline.wording.SmsTexts;

/** What a requester is told while nobody is assigned, from the service number; in the caller's transaction. */
@ApplicationScoped
public class UnassignedText {
    private static final Duration TO_BE_SERVED = Duration.ofSeconds(30);

    private final Requesters requesters;
    private final Outbox outbox;
    private final OurNumbers ourNumbers;
    private final Helpline helpline;
    private final Tasks tasks;
    private final PlannedTexts planned;
    private final TimeSource time;

    UnassignedText(
            Requesters requesters,
            Outbox outbox,
            OurNumbers ourNumbers,
            Helpline helpline,
            Tasks tasks,
            PlannedTexts planned,
            TimeSource time) {
        this.requesters = requesters;
        this.outbox = outbox;
        this.ourNumbers = ourNumbers;
        this.helpline = helpline;
        this.tasks = tasks;
        this.planned = planned;
        this.time = time;
    }

    /**
     * Nobody can be given to them now: said as it is, with the 24/7 line as the alternative. Where nothing but time or a
     * person can change that, a coordinator is asked to look.
     *
     * @param from when they may be told
     */
    public void waiting(SupportRequest request, Requester requester, Instant from) {
        Waiting why = request.waiting().orElseThrow();
        // Somebody is free, and is being offered to others first: most often one is left over in a moment.
        Instant known = why.isBeingServed() ? time.now().plus(TO_BE_SERVED) : from;
        say(request, requester, sentence(why, requester.texts().introduction()), known.isAfter(from) ? known : from);
        if (needsAPerson(why)) {
            askAPerson(request);
        }
    }

    /** Somebody was looked for once more, in vain, and perhaps for another reason than {@code before}. */
    public void stillWaiting(SupportRequest request, Optional<Waiting> before) {
        boolean needed = before.filter(UnassignedText::needsAPerson).isPresent();
        boolean needs = request.waiting().filter(UnassignedText::needsAPerson).isPresent();
        if (needs && !needed) {
            askAPerson(request);
        } else if (needed && !needs) {
            tasks.settle(TaskKind.NOBODY_WOULD_DO, Subject.of(Subject.Kind.REQUEST, request.id()));
        }
    }

    private void askAPerson(SupportRequest request) {
        tasks.raise(
                TaskKind.NOBODY_WOULD_DO, Subject.of(Subject.Kind.REQUEST, request.id()), Optional.of(request.id()));
    }

    /** What whoever waits is told when they ask. */
    public String asItStands(SupportRequest request, SmsTexts texts) {
        return request.waiting()
                .filter(why -> !why.easing().isEmpty() || why.reason() == WaitingReason.ALL_EXCLUDED)
                .map(why -> sentence(why, texts.introduction()))
                .orElseGet(() -> texts.status().waiting(helpline.number()));
    }

    private String sentence(Waiting why, IntroductionTexts texts) {
        Optional<String> wish = why.easing().stream()
                .sorted()
                .map(easing -> words(easing, texts))
                .reduce(why.together() ? texts::bothWishes : texts::eitherWish);
        if (wish.isPresent()) {
            return texts.waitingForAWish(wish.get(), helpline.number());
        }
        return why.reason() == WaitingReason.ALL_EXCLUDED
                ? texts.waitingForSomebodySuitable(helpline.number())
                : texts.waiting(helpline.number());
    }

    private static String words(Need.Wish wish, IntroductionTexts texts) {
        return switch (wish) {
            case SPECIALTY -> texts.wishSpecialty();
            case GENDER -> texts.wishGender();
            case SAME_PEER -> texts.wishSamePeer();
            case NEW_PEER -> texts.wishNewPeer();
        };
    }

    private static boolean needsAPerson(Waiting why) {
        return why.reason() == WaitingReason.ALL_EXCLUDED || why.reason() == WaitingReason.NO_RELAY_NUMBER;
    }

    /** Somebody was found, or nobody is looked for any more. */
    void over(SupportRequest request) {
        if (request.waiting().isPresent()) {
            planned.takeBackWaiting(request.id());
        }
        if (request.waiting().filter(UnassignedText::needsAPerson).isPresent()) {
            tasks.settle(TaskKind.NOBODY_WOULD_DO, Subject.of(Subject.Kind.REQUEST, request.id()));
        }
    }

    /** The request was closed before anybody was found. */
    public void closed(SupportRequest request) {
        over(request);
        Requester requester = requesters.findById(request.requesterId());
        say(request, requester, requester.texts().ending().closedWhileWaiting(helpline.number()), time.now());
    }

    private void say(SupportRequest request, Requester requester, String text, Instant from) {
        outbox.say(
                OwedText.ours(
                        TextKind.NOTICE,
                        ourNumbers.serviceNumber(),
                        Recipient.of(Party.REQUESTER, requester.id(), requesters.contactNumber(requester)),
                        requester.id(),
                        text,
                        new OwedText.Concerns(request.id(), null, null)),
                from);
    }
}
