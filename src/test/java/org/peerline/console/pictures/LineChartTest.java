package org.peerline.console.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineChartTest {
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
    void chart_of_nothing_has_axes_and_no_line() {
        LineChart chart = LineChart.of(List.of("a"), List.of(List.of(OptionalDouble.empty())));
        assertEquals(List.of(), chart.lines().get(0).paths());
        assertEquals(5, chart.ticks().size());
    }
}
