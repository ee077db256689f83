package org.peerline.conversation.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.peerline.audit.Actor;
import org.peerline.conversation.command.Command;
import org.peerline.core.TimeSource;
import org.peerline.peers.ChangePeer;
import org.peerline.peers.Peer;
import org.peerline.peers.Peers;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AwayPeriod;
import org.peerline.peers.availability.HoursParser;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.wording.OfferTexts;

/** HOURS, ROOM, CAP and AWAY: what a peer offers, within what the API allows, and always read back in full. */
@ApplicationScoped
class OfferDesk {
    private static final int MOST_ROOM = 50;
    private static final int HIGHEST_CAP = 500;
    private static final int MOST_SPANS = 50;
    private static final int MOST_TIMES_AWAY = 20;
    private static final int FURTHEST_YEARS = 5;
    /** As much as fits beside the rest of a text. */
    private static final int LONGEST_LIST = 110;

    private final Peers peers;
    private final ChangePeer changePeer;
    private final TimeSource time;

    OfferDesk(Peers peers, ChangePeer changePeer, TimeSource time) {
        this.peers = peers;
        this.changePeer = changePeer;
        this.time = time;
    }

    /** What to answer; empty when the command is about something else. */
    Optional<String> answer(Peer peer, Command command, OfferTexts texts) {
        PeerProfile present = peers.profile(peer).asOf(time.now());
        if (command instanceof Command.ShowOffer) {
            return Optional.of(texts.offer(
                    hours(present.offer(), texts),
                    present.offer().capacity(),
                    peer.openAssignments(),
                    present.offer().monthlyCap(),
                    away(present.offer(), texts)));
        } else if (command instanceof Command.SetHours hours) {
            return Optional.of(hours(peer, present, hours.written(), texts));
        } else if (command instanceof Command.SetRoom room) {
            return Optional.of(room(peer, present, room.number(), texts));
        } else if (command instanceof Command.SetMonthlyCap cap) {
            return Optional.of(cap(peer, present, cap.number(), texts));
        } else if (command instanceof Command.GoAway days) {
            return Optional.of(goAway(peer, present, days.written(), texts));
        } else if (command instanceof Command.NotAway) {
            change(peer, present, present.offer().withAway(List.of()));
            return Optional.of(texts.notAwayAnyMore());
        }
        return Optional.empty();
    }

    private String hours(Peer peer, PeerProfile present, String written, OfferTexts texts) {
        var read = HoursParser.parse(written);
        if (read.fault().isPresent()) {
            return switch (read.fault().get()) {
                case SHAPE -> texts.hoursNotUnderstood();
                case DAY -> texts.hoursDayUnknown();
                case TIME -> texts.hoursTimeUnclear();
            };
        }
        var wanted = new Availability(read.spans());
        boolean noLength = read.spans().stream().anyMatch(span -> span.from().equals(span.to()));
        if (noLength || !wanted.overlapping().isEmpty() || read.spans().size() > MOST_SPANS) {
            return texts.hoursOverlap();
        }
        change(peer, present, present.offer().withAvailability(wanted));
        return read.spans().isEmpty()
                ? texts.hoursAny()
                : texts.hoursSet(hours(peers.profile(peer).offer(), texts));
    }

    private String room(Peer peer, PeerProfile present, int room, OfferTexts texts) {
        if (room < 1 || room > MOST_ROOM) {
            return texts.roomOutOfRange(MOST_ROOM);
        }
        var refused =
                changePeer.change(peer, present.offering(present.offer().withCapacity(room)), Actor.peer(peer.id()));
        return refused.isPresent()
                ? texts.roomBelowOpen(room, peer.openAssignments())
                : texts.roomSet(room, peer.openAssignments());
    }

    private String cap(Peer peer, PeerProfile present, int cap, OfferTexts texts) {
        if (cap < 1 || cap > HIGHEST_CAP) {
            return texts.capOutOfRange(HIGHEST_CAP);
        }
        change(peer, present, present.offer().withMonthlyCap(cap));
        return texts.capSet(cap);
    }

    private String goAway(Peer peer, PeerProfile present, String written, OfferTexts texts) {
        LocalDate today = time.now().atZone(present.offer().timeZone()).toLocalDate();
        Optional<AwayPeriod> days = AwayDaysParser.parse(written, today);
        if (days.isEmpty()) {
            return texts.awayNotUnderstood();
        }
        AwayPeriod wanted = days.get();
        if (wanted.overBy(today)) {
            return texts.awayPast();
        }
        List<AwayPeriod> together = AwayPeriod.together(present.offer().away(), wanted);
        if (wanted.endsOn().isAfter(today.plusYears(FURTHEST_YEARS)) || together.size() > MOST_TIMES_AWAY) {
            return texts.awayTooMuch();
        }
        change(peer, present, present.offer().withAway(together));
        return wanted.startsOn().equals(wanted.endsOn())
                ? texts.awayOn(day(wanted.startsOn(), today))
                : texts.awayFromTo(day(wanted.startsOn(), today), day(wanted.endsOn(), today));
    }

    private void change(Peer peer, PeerProfile present, Offer wanted) {
        require(changePeer.change(peer, present.offering(wanted), Actor.peer(peer.id())));
    }

    /** Only another number, or less room, can be refused. */
    private static void require(Optional<?> refused) {
        if (refused.isPresent()) {
            throw new IllegalStateException("a peer could not change what they offer");
        }
    }

    private static String hours(Offer offer, OfferTexts texts) {
        List<Availability.Span> spans = offer.availability().spans();
        if (spans.isEmpty()) {
            return texts.anyTime();
        }
        String zone = offer.timeZone().equals(Offer.UNITED_KINGDOM)
                ? texts.ukTime()
                : offer.timeZone().getId();
        return cut(HoursParser.shortly(spans)) + " (" + zone + ")";
    }

    private String away(Offer offer, OfferTexts texts) {
        LocalDate today = time.now().atZone(offer.timeZone()).toLocalDate();
        return offer.away().isEmpty()
                ? texts.noDaysAway()
                : cut(offer.away().stream()
                        .map(period -> period.startsOn().equals(period.endsOn())
                                ? day(period.startsOn(), today)
                                : day(period.startsOn(), today) + " - " + day(period.endsOn(), today))
                        .collect(Collectors.joining("; ")));
    }

    /** A list that is too long for a text ends with dots: all of it is in the API. */
    private static String cut(String list) {
        if (list.length() <= LONGEST_LIST) {
            return list;
        }
        return list.substring(0, list.lastIndexOf(';', LONGEST_LIST - 5)) + "; ...";
    }

    private static String day(LocalDate day, LocalDate today) {
        String pattern = day.getYear() == today.getYear() ? "EEE d MMM" : "EEE d MMM uuuu";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
    }
}
