package org.peerline.peers.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwayPeriodTest {
    /** Days of December. */
    private static AwayPeriod period(String days) {
        String[] ends = days.split("-");
        return new AwayPeriod(
                LocalDate.of(2026, 12, Integer.parseInt(ends[0])), LocalDate.of(2026, 12, Integer.parseInt(ends[1])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1-3 8-9 | 5-6 | 1-3 5-6 8-9",
                "1-3 8-9 | 3-5 | 1-5 8-9",
                "1-3 8-9 | 4-7 | 1-9",
                "1-3 8-9 | 2-8 | 1-9",
                "5-6 | 1-9 | 1-9",
                "1-9 | 5-6 | 1-9",
                "1-3 | 5-6 | 1-3 5-6",
            })
    void days_that_follow_each_other_are_one_time_away(String present, String more, String together) {
        List<AwayPeriod> joined = AwayPeriod.together(
                Arrays.stream(present.split(" ")).map(AwayPeriodTest::period).toList(), period(more));
        assertEquals(
                together,
                joined.stream()
                        .sorted(Comparator.comparing(AwayPeriod::startsOn))
                        .map(one -> one.startsOn().getDayOfMonth() + "-"
                                + one.endsOn().getDayOfMonth())
                        .collect(Collectors.joining(" ")));
    }
}
