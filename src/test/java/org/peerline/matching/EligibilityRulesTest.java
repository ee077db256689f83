package org.peerline.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.matching.Candidates.peer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.peerline.matching.Candidate.Standing;
import org.peerline.matching.Candidates.Builder;
import org.peerline.matching.EligibilityRule.Code;
import org.peerline.matching.Need.Wish;
import org.peerline.matching.Need.Wishes;

/** Each rule by itself: whom it stops, and whom it lets go on. */
class EligibilityRulesTest {
    private static final Need ANYBODY = need(Wishes.NONE);
    private static final Wishes WISHED = new Wishes("Surgery", "FEMALE", true, false);

    private static final Wishes SOMEBODY_NEW = new Wishes(null, null, false, true);

    private record Row(Code stoppedBy, String why, Builder peer, Need need) {
        @Override
        public String toString() {
            return (stoppedBy == null ? "goes on: " : stoppedBy + ": ") + why;
        }
    }

    private static Need need(Wishes wishes, Wish... musts) {
        Set<Wish> required = EnumSet.noneOf(Wish.class);
        required.addAll(List.of(musts));
        return new Need(
                "07700 900123",
                Set.of("first:okafor:sam"),
                Set.of("first:okafor:sam", "surname:okafor", "initial:okafor:s"),
                Set.of("leeds"),
                Set.of("hull"),
                Set.of("first:smith:jane"),
                wishes,
                required);
    }

    private static Row stops(Code code, String why, Builder peer) {
        return new Row(code, why, peer, ANYBODY);
    }

    private static Row goesOn(String why, Builder peer) {
        return new Row(null, why, peer, ANYBODY);
    }

    static Stream<Row> rows() {
        return Stream.of(
                stops(Code.NOT_ACTIVE, "left the roster", peer(1).standing(Standing.RETIRED)),
                stops(Code.PAUSED, "takes nothing new", peer(1).standing(Standing.PAUSED)),
                stops(Code.AWAY, "on holiday", peer(1).standing(Standing.AWAY)),
                stops(Code.NOT_REACHABLE, "texted STOP", peer(1).standing(Standing.UNREACHABLE)),
                goesOn("takes part", peer(1).standing(Standing.TAKING_PART)),
                goesOn("outside their hours, which only rank", peer(1).later()),
                stops(Code.THEMSELVES, "the same phone", peer(1).numberKey("07700 900123")),
                stops(
                        Code.THEMSELVES,
                        "a namesake may be themselves",
                        peer(1).names("first:okafor:sam", "surname:okafor")),
                goesOn("only the surname is the same", peer(1).names("first:okafor:mary", "surname:okafor")),
                stops(Code.SHARED_EMPLOYER, "one of several employers", peer(1).employers("york", "leeds")),
                goesOn("another employer", peer(1).employers("york")),
                stops(Code.AVOIDED_EMPLOYER, "a place to avoid", peer(1).employers("hull")),
                stops(Code.AVOIDED_NAME, "a name to avoid", peer(1).names("first:smith:jane", "surname:smith")),
                goesOn("another first name", peer(1).names("first:smith:john", "surname:smith")),
                stops(Code.AVOIDS_REQUESTER, "the peer avoids them by name", peer(1).avoidNames("first:okafor:sam")),
                stops(Code.AVOIDS_REQUESTER, "by an initial", peer(1).avoidNames("initial:okafor:s")),
                stops(Code.AVOIDS_REQUESTER, "by where they work", peer(1).avoidEmployers("leeds")),
                goesOn("the peer avoids somebody else", peer(1).avoidNames("first:okafor:mary")),
                goesOn("both avoid the same place, and neither works there", peer(1).avoidEmployers("hull")),
                stops(Code.NEVER_AGAIN, "they have been parted", peer(1).neverAgain()),
                goesOn("an earlier peer, not parted", peer(1).earlier()),
                new Row(
                        Code.MUST_SPECIALTY,
                        "another specialty",
                        peer(1).specialty("GP"),
                        need(WISHED, Wish.SPECIALTY)),
                new Row(Code.MUST_SPECIALTY, "none", peer(1), need(WISHED, Wish.SPECIALTY)),
                new Row(null, "the specialty in any case", peer(1).specialty("SURGERY"), need(WISHED, Wish.SPECIALTY)),
                new Row(Code.MUST_GENDER, "another gender", peer(1).gender("MALE"), need(WISHED, Wish.GENDER)),
                new Row(null, "the gender", peer(1).gender("FEMALE"), need(WISHED, Wish.GENDER)),
                new Row(Code.MUST_SAME_PEER, "somebody new", peer(1), need(WISHED, Wish.SAME_PEER)),
                new Row(null, "the earlier peer", peer(1).earlier(), need(WISHED, Wish.SAME_PEER)),
                new Row(
                        Code.MUST_NEW_PEER,
                        "somebody from before",
                        peer(1).earlier(),
                        need(SOMEBODY_NEW, Wish.NEW_PEER)),
                new Row(null, "somebody new", peer(1), need(SOMEBODY_NEW, Wish.NEW_PEER)),
                new Row(null, "somebody new is only wished for", peer(1).earlier(), need(SOMEBODY_NEW)),
                new Row(null, "a wish that is no must", peer(1).gender("MALE"), need(WISHED)),
                new Row(null, "a must about a wish that was not made", peer(1), need(Wishes.NONE, Wish.GENDER)),
                stops(Code.AT_CAPACITY, "full", peer(1).load(3, 3)),
                goesOn("the last place", peer(1).load(2, 3)),
                stops(Code.AT_MONTHLY_CAP, "enough this month", peer(1).inWindow(10, 10)),
                goesOn("the last of the month", peer(1).inWindow(9, 10)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void each_rule_stops_whom_it_is_for_and_nobody_else(Row row) {
        assertEquals(Optional.ofNullable(row.stoppedBy), EligibilityRules.obstacle(row.peer.get(), row.need));
    }

    @Test
    void no_rule_is_without_a_row() {
        assertEquals(
                Set.of(Code.values()),
                rows().map(Row::stoppedBy).filter(code -> code != null).collect(Collectors.toSet()));
    }

    @Test
    void rules_are_asked_in_their_order_so_that_the_last_to_stop_somebody_emptied_the_list() {
        Builder everything = peer(1).load(3, 3).inWindow(10, 10).neverAgain().employers("leeds", "hull");
        var asked = Arrays.stream(Code.values()).sorted().toList();
        assertEquals(List.of(Code.values()), asked);
        assertEquals(Optional.of(Code.SHARED_EMPLOYER), EligibilityRules.obstacle(everything.get(), ANYBODY));
        assertEquals(
                Optional.of(Code.AT_CAPACITY),
                EligibilityRules.obstacle(peer(1).load(3, 3).inWindow(10, 10).get(), ANYBODY));
    }
}
