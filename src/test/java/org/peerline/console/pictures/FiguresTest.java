package org.peerline.console.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);

    @Test
    void waiting_is_counted_back_from_now() {
        var days = Figures.back(
                3, SUNDAY.minusDays(3), SUNDAY, Map.of(SUNDAY, 2, SUNDAY.minusDays(1), -4, SUNDAY.minusDays(2), 1));
        assertEquals(
                List.of(
                        new Figures.Waiting(SUNDAY.minusDays(3), 4),
                        new Figures.Waiting(SUNDAY.minusDays(2), 5),
                        new Figures.Waiting(SUNDAY.minusDays(1), 1),
                        new Figures.Waiting(SUNDAY, 3)),
                days);
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "0.4, 4", "4, 5", "5, 5", "6, 10", "12, 20", "37, 50", "99, 100", "101, 200"})
    void chart_ends_at_a_round_number_that_holds_every_value(double highest, double top) {
        assertEquals(top, LineChart.niceTop(highest));
    }

    @Test
    void line_has_a_gap_where_a_value_is_missing() {
        LineChart chart = LineChart.of(
                List.of("a", "b", "c"),
                List.of(List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(4))));
        assertEquals(2, chart.lines().get(0).paths().size());
        assertEquals(2, chart.lines().get(0).dots().size());
    }

    @Test
    void file_is_safe_for_a_spreadsheet() {
        assertEquals(
                "peer,open\r\n\"Dr \"\"A\"\", N\",1\r\n'=1+1,2\r\n",
                Csv.of(List.of("peer", "open"), List.of(List.of("Dr \"A\", N", "1"), List.of("=1+1", "2"))));
    }
}
