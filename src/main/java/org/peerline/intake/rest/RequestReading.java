package org.peerline.intake.rest;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.peerline.api.input.MobileNumbers;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.intake.rest.NewWishes.Must;
import org.peerline.matching.Need.Wish;
import org.peerline.requests.Plea;
import org.peerline.requests.profile.RequesterProfile;

/** Turns what a call handler sent, already checked field by field, into what intake works with. */
@Singleton
public class RequestReading {
    private final MobileNumbers numbers;

    RequestReading(MobileNumbers numbers) {
        this.numbers = numbers;
    }

    public RequesterProfile profile(NewRequest sent) {
        return new RequesterProfile(
                sent.name(),
                numbers.read(sent.contactNumber()).orElseThrow(),
                sent.address().read(),
                sent.dateOfBirth(),
                sent.jobRole(),
                sent.gender(),
                sent.ethnicity() == null ? null : sent.ethnicity().name(),
                sent.specialty(),
                orNone(sent.employers()),
                Boolean.TRUE.equals(sent.neutralWording()),
                sent.language() == null ? "en" : sent.language());
    }

    public Plea plea(NewRequest sent) {
        var avoid = sent.avoid() == null ? new NewAvoidance(null, null) : sent.avoid();
        var wishes = sent.wishes() == null ? new NewWishes(null, null, null, null, null) : sent.wishes();
        refuseContradictions(wishes);
        Set<Wish> musts = orNone(wishes.musts()).stream()
                .map(RequestReading::wish)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.class)));
        return new Plea(
                orNone(avoid.employers()),
                orNone(avoid.names()),
                wishes.specialty(),
                wishes.gender(),
                Boolean.TRUE.equals(wishes.samePeer()),
                Boolean.TRUE.equals(wishes.newPeer()),
                musts);
    }

    private static void refuseContradictions(NewWishes wishes) {
        var faults = new ArrayList<Violation>();
        if (Boolean.TRUE.equals(wishes.samePeer()) && Boolean.TRUE.equals(wishes.newPeer())) {
            faults.add(new Violation("wishes.newPeer", "Contradicts samePeer: send one of the two."));
        }
        List<Must> musts = orNone(wishes.musts());
        for (int i = 0; i < musts.size(); i++) {
            boolean made = switch (musts.get(i)) {
                case specialty -> wishes.specialty() != null;
                case gender -> wishes.gender() != null;
                case samePeer -> Boolean.TRUE.equals(wishes.samePeer());
                case newPeer -> Boolean.TRUE.equals(wishes.newPeer());
            };
            if (!made) {
                faults.add(new Violation("wishes.musts[" + i + "]", "Names a wish that was not made."));
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
    }

    private static Wish wish(Must must) {
        return switch (must) {
            case specialty -> Wish.SPECIALTY;
            case gender -> Wish.GENDER;
            case samePeer -> Wish.SAME_PEER;
            case newPeer -> Wish.NEW_PEER;
        };
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
