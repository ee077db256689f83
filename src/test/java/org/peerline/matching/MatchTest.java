package org.peerline.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.matching.Candidates.peer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.matching.Candidate.Standing;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.matching.Match.WhyNobody;
import org.peerline.matching.Need.Wish;
import org.peerline.matching.Need.Wishes;

class MatchTest {
    private static final Need ANYBODY = need(Wishes.NONE);

    private static Need need(Wishes wishes, Wish... musts) {
        Set<Wish> required = EnumSet.noneOf(Wish.class);
        required.addAll(List.of(musts));
        return new Need(
                "requester-number",
                Set.of("first:okafor:sam"),
                Set.of("first:okafor:sam", "surname:okafor", "initial:okafor:s"),
                Set.of("leeds"),
                Set.of("hull"),
                Set.of("first:smith:jane"),
                wishes,
                required);
    }

    @Test
    void wish_that_is_no_must_only_ranks() {
        var wished = new Wishes("Surgery", "FEMALE", true, false);
        assertEquals(
                List.of(uuid(2), uuid(1)),
                ranked(need(wished), peer(1), peer(2).specialty("surgery").gender("FEMALE")));
    }

    static Stream<Arguments> rankings() {
        var same = new Wishes(null, null, true, false);
        var surgery = new Wishes("Surgery", "FEMALE", false, false);
        return Stream.of(
                Arguments.of(
                        "earlier peer before everything",
                        same,
                        peer(1).specialty("Surgery"),
                        peer(2).earlier().later().load(2, 3)),
                Arguments.of(
                        "somebody new before everything",
                        new Wishes("Surgery", "FEMALE", false, true),
                        peer(1).earlier().specialty("Surgery").gender("FEMALE"),
                        peer(2).later().load(2, 3)),
                Arguments.of("somebody new in a perfect tie", Wishes.NONE, peer(1).earlier(), peer(2)),
                Arguments.of(
                        "earlier peer means nothing unless asked for",
                        surgery,
                        peer(1).earlier(),
                        peer(2).specialty("Surgery")),
                Arguments.of(
                        "two wishes before one",
                        surgery,
                        peer(1).specialty("Surgery"),
                        peer(2).specialty("Surgery").gender("FEMALE").later()),
                Arguments.of("available now before later", Wishes.NONE, peer(1).later(), peer(2).load(2, 3)),
                Arguments.of("lower share before higher", Wishes.NONE, peer(1).load(1, 2), peer(2).load(2, 5)),
                Arguments.of(
                        "never assigned first", Wishes.NONE, peer(1).lastAssigned("2026-01-01T00:00:00Z"), peer(2)),
                Arguments.of(
                        "longest since last",
                        Wishes.NONE,
                        peer(1).lastAssigned("2026-02-02T00:00:00Z"),
                        peer(2).lastAssigned("2026-02-01T00:00:00Z")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rankings")
    void ranking_is_in_this_order(String why, Wishes wishes, Candidates.Builder second, Candidates.Builder first) {
        assertEquals(List.of(uuid(2), uuid(1)), ranked(need(wishes), second, first));
        assertEquals(List.of(uuid(2), uuid(1)), ranked(need(wishes), first, second));
    }

    @Test
    void perfect_tie_is_decided_by_the_id_so_that_the_same_state_gives_the_same_answer() {
        assertEquals(List.of(uuid(1), uuid(2), uuid(3)), ranked(ANYBODY, peer(3), peer(1), peer(2)));
    }

    static Stream<Arguments> nobody() {
        var paused = peer(2).standing(Standing.PAUSED);
        return Stream.of(
                Arguments.of(List.of(), Code.NOT_ACTIVE, WhyNobody.NOBODY_AVAILABLE),
                Arguments.of(
                        List.of(paused, peer(1).standing(Standing.RETIRED)), Code.PAUSED, WhyNobody.NOBODY_AVAILABLE),
                Arguments.of(
                        List.of(peer(1).load(3, 3), peer(2).employers("leeds")),
                        Code.AT_CAPACITY,
                        WhyNobody.ALL_AT_CAPACITY),
                Arguments.of(List.of(peer(1).inWindow(10, 10)), Code.AT_MONTHLY_CAP, WhyNobody.ALL_AT_CAPACITY),
                Arguments.of(List.of(peer(1).employers("leeds"), paused), Code.SHARED_EMPLOYER, WhyNobody.ALL_EXCLUDED),
                // Full, but would not do anyway: waiting for their room would be waiting for nothing.
                Arguments.of(
                        List.of(peer(1).load(3, 3).employers("leeds")), Code.SHARED_EMPLOYER, WhyNobody.ALL_EXCLUDED),
                // The rule that leaves nobody is the last one that still had somebody to stop.
                Arguments.of(
                        List.of(peer(1).employers("leeds"), peer(2).neverAgain()),
                        Code.NEVER_AGAIN,
                        WhyNobody.ALL_EXCLUDED));
    }

    @ParameterizedTest
    @MethodSource("nobody")
    void nobody_is_explained_by_the_rule_that_emptied_the_list(
            List<Candidates.Builder> roster, Code rule, WhyNobody why) {
        var nobody = (Match.Nobody)
                Match.of(ANYBODY, roster.stream().map(Candidates.Builder::get).toList());
        assertEquals(rule, nobody.emptiedBy());
        assertEquals(why, nobody.why());
    }

    @Test
    void one_of_those_who_come_furthest_explains_it_as_well_as_all_do() {
        var all = List.of(
                peer(1).employers("leeds").get(),
                peer(2).neverAgain().get(),
                peer(3).standing(Standing.AWAY).get());
        assertEquals(Match.of(ANYBODY, all), Match.of(ANYBODY, List.of(all.get(1))));
    }

    @Test
    void reasons_say_what_decided() {
        var wished = need(new Wishes("Surgery", null, true, false));
        assertEquals(
                List.of(ReasonCode.SAME_PEER, ReasonCode.WISHES_MET, ReasonCode.AVAILABLE_NOW, ReasonCode.ONLY_ONE),
                reasons(wished, peer(1).earlier().specialty("Surgery")));
        assertEquals(
                List.of(ReasonCode.AVAILABLE_NOW, ReasonCode.LOWEST_LOAD),
                reasons(ANYBODY, peer(1), peer(2).load(1, 3)));
        assertEquals(
                List.of(ReasonCode.AVAILABLE_NOW, ReasonCode.LOWEST_LOAD, ReasonCode.LONGEST_SINCE_LAST),
                reasons(ANYBODY, peer(1), peer(2).lastAssigned("2026-02-01T00:00:00Z")));
        assertEquals(List.of(ReasonCode.AVAILABLE_NOW), reasons(ANYBODY, peer(1).load(1, 3), peer(2).later()));
        assertEquals(
                List.of(ReasonCode.LOWEST_LOAD),
                reasons(ANYBODY, peer(1).later(), peer(2).later().load(1, 3)));
    }

    @Test
    void whoever_was_not_the_least_busy_is_not_said_to_be() {
        Candidate chosen = peer(1).load(2, 3).get();
        assertEquals(List.of(ReasonCode.AVAILABLE_NOW), Match.reasons(ANYBODY, chosen, List.of(peer(2).get(), chosen)));
    }

    @Test
    void must_that_is_dropped_only_ranks_from_then_on_and_the_others_stay() {
        var musts = new Need(
                "number",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                new Wishes("Surgery", "FEMALE", false, true),
                Set.of(Wish.SPECIALTY, Wish.GENDER, Wish.NEW_PEER));
        Need easier = musts.without(Set.of(Wish.GENDER));
        assertEquals(
                List.of(true, false, true),
                Stream.of(Wish.SPECIALTY, Wish.GENDER, Wish.NEW_PEER)
                        .map(easier::insists)
                        .toList());
        assertEquals(musts.wishes(), easier.wishes());
    }

    private static List<ReasonCode> reasons(Need need, Candidates.Builder... roster) {
        var eligible = (Match.Eligible)
                Match.of(need, Stream.of(roster).map(Candidates.Builder::get).toList());
        return Match.reasons(need, eligible.ranked().get(0), eligible.ranked());
    }

    private static List<UUID> ranked(Need need, Candidates.Builder... roster) {
        var match =
                Match.of(need, Stream.of(roster).map(Candidates.Builder::get).toList());
        return ((Match.Eligible) match).ranked().stream().map(Candidate::peerId).toList();
    }

    private static UUID uuid(int number) {
        return new UUID(0, number);
    }
}
