package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.audit.Actor;
import org.peerline.conversation.command.Command;
import org.peerline.conversation.reply.Replies;
import org.peerline.conversation.safety.SafeguardingDesk;
import org.peerline.core.Party;
import org.peerline.core.TimeSource;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.PeerStatus;
import org.peerline.sms.InboundSms;
import org.peerline.sms.outbox.Recipient;
import org.peerline.wording.Language;
import org.peerline.wording.RosterTexts;
import org.peerline.wording.SmsTexts;

/** A peer's words on the service number. */
@ApplicationScoped
public class PeerDesk {
    private static final Period LONGEST_PAUSE = Period.ofYears(1);

    private final ChangePeer changePeer;
    private final CaseList caseList;
    private final OfferDesk offerDesk;
    private final SafeguardingDesk safeguardingDesk;
    private final Replies replies;
    private final TimeSource time;
    private final ZoneId zone;

    PeerDesk(
            ChangePeer changePeer,
            CaseList caseList,
            OfferDesk offerDesk,
            SafeguardingDesk safeguardingDesk,
            Replies replies,
            TimeSource time,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.changePeer = changePeer;
        this.caseList = caseList;
        this.offerDesk = offerDesk;
        this.safeguardingDesk = safeguardingDesk;
        this.replies = replies;
        this.time = time;
        this.zone = zone;
    }

    /** False when the command is none of a peer's. */
    public boolean obey(Peer peer, Command command, InboundSms sms) {
        RosterTexts texts = SmsTexts.in(Language.EN).roster();
        if (command instanceof Command.Pause) {
            say(peer, sms, paused(peer, Optional.empty(), texts));
        } else if (command instanceof Command.PauseFor pause) {
            say(peer, sms, paused(peer, Optional.of(today().plus(pause.length())), texts));
        } else if (command instanceof Command.PauseUntil pause) {
            say(
                    peer,
                    sms,
                    PauseDay.read(pause.day(), today())
                            .map(day -> paused(peer, Optional.of(day), texts))
                            .orElseGet(texts::pauseDayNotUnderstood));
        } else if (command instanceof Command.Back) {
            say(peer, sms, back(peer, texts));
        } else if (command instanceof Command.ListCases) {
            caseList.of(peer.id()).forEach(page -> say(peer, sms, page));
        } else if (command instanceof Command.WantSafeguarding) {
            safeguardingDesk.wanted(peer, Optional.empty(), sms);
        } else {
            Optional<String> offer =
                    offerDesk.answer(peer, command, SmsTexts.in(Language.EN).offer());
            offer.ifPresent(text -> say(peer, sms, text));
            return offer.isPresent();
        }
        return true;
    }

    /** @param until the day on which they take part again, from its beginning */
    private String paused(Peer peer, Optional<LocalDate> until, RosterTexts texts) {
        if (until.filter(day -> !day.isAfter(today())).isPresent()) {
            return texts.pauseDayPast();
        }
        if (until.filter(day -> day.isAfter(today().plus(LONGEST_PAUSE))).isPresent()) {
            return texts.pauseTooLong();
        }
        changePeer.pause(peer, until.map(day -> day.atStartOfDay(zone).toInstant()), false, Actor.peer(peer.id()));
        return until.map(day -> texts.pausedUntil(written(day))).orElseGet(texts::paused);
    }

    private String back(Peer peer, RosterTexts texts) {
        boolean wasPaused = peer.status() == PeerStatus.PAUSED;
        changePeer.resume(peer, Actor.peer(peer.id()));
        return wasPaused ? texts.back() : texts.notPaused();
    }

    private String written(LocalDate day) {
        String pattern = day.getYear() == today().getYear() ? "EEE d MMM" : "EEE d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }

    private void say(Peer peer, InboundSms sms, String text) {
        replies.answer(sms.to(), Recipient.of(Party.PEER, peer.id(), sms.from()), text);
    }

    private LocalDate today() {
        return time.now().atZone(zone).toLocalDate();
    }
}
