package org.peerline.peers.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weekly hours as people write them, in a spreadsheet and in a text. */
class HoursParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon 18:00-21:30 | Mon 18:00-21:30",
                "monday 18:00 to 21:30 | Mon 18:00-21:30",
                "Mon-Wed 9.00-17.00 | Mon 09:00-17:00; Tue 09:00-17:00; Wed 09:00-17:00",
                "Mon - Tue 0900-1700 | Mon 09:00-17:00; Tue 09:00-17:00",
                "Sat to Mon 22:00-02:00 | Sat 22:00-02:00; Sun 22:00-02:00; Mon 22:00-02:00",
                "weekdays 6pm-9:30pm | Mon 18:00-21:30; Tue 18:00-21:30; Wed 18:00-21:30; Thu 18:00-21:30; Fri 18:00-21:30",
                "Weekends 10am until 4pm | Sat 10:00-16:00; Sun 10:00-16:00",
                "tues 12am-12pm, thurs: 18:00\u201321:00 | Tue 00:00-12:00; Thu 18:00-21:00",
                "Sundays 10:00-12:00 | Sun 10:00-12:00",
                "Mon, Wed and Fri 18:00-21:00 | Mon 18:00-21:00; Wed 18:00-21:00; Fri 18:00-21:00",
                "Mon & Tue 6pm to 9pm, Sat 10:00-12:00 | Mon 18:00-21:00; Tue 18:00-21:00; Sat 10:00-12:00",
                "Llun-Gwener 18:00-21:00 | Mon 18:00-21:00; Tue 18:00-21:00; Wed 18:00-21:00; Thu 18:00-21:00; Fri 18:00-21:00",
                "dydd Mawrth a dydd Iau 18:00-21:00 | Tue 18:00-21:00; Thu 18:00-21:00",
                "any time | ''",
                "'' | ''",
                "' ; ' | ''",
            })
    void hours_are_read_and_written(String cell, String written) {
        var hours = HoursParser.parse(cell);
        assertEquals(Optional.empty(), hours.fault());
        assertEquals(written, HoursParser.written(hours.spans()));
        assertEquals(hours, HoursParser.parse(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Funday 18:00-21:00 | day that is not known",
                "Mo 18:00-21:00 | day that is not known",
                "Mon-Funday 18:00-21:00 | day that is not known",
                "Mon 9-5 | time that cannot be read",
                "Mon 25:00-26:00 | time that cannot be read",
                "Mon 09:00-24:00 | time that cannot be read",
                "Mon 13pm-3pm | time that cannot be read",
                "evenings | written like",
                "Mon | written like",
                "Mon and Tue | written like",
                "Sat 10:00-12:00, Sun | written like",
                "18:00-21:00 | written like",
                "Mon 18:00-21:00 and Tue | written like",
            })
    void hours_that_cannot_be_read_are_explained(String cell, String why) {
        String fault = HoursParser.parse(cell).fault().orElseThrow().sentence();
        assertTrue(fault.contains(why), fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 18:00-21:30 | Mon-Fri 18:00-21:30",
                "weekdays 18:00-21:00; weekends 10:00-16:00 | Mon-Fri 18:00-21:00; Sat, Sun 10:00-16:00",
                "Mon, Wed, Fri 18:00-21:00 | Mon, Wed, Fri 18:00-21:00",
                "Mon-Wed 18:00-21:00; Sat 18:00-21:00 | Mon-Wed, Sat 18:00-21:00",
                "Sat to Mon 22:00-02:00 | Mon, Sat, Sun 22:00-02:00",
                "Mon 9:00-12:00; Mon 13:00-17:00 | Mon 09:00-12:00; Mon 13:00-17:00",
                "'' | ''",
            })
    void hours_are_written_shortly_and_mean_the_same(String written, String shortly) {
        var spans = HoursParser.parse(written).spans();
        assertEquals(shortly, HoursParser.shortly(spans));
        assertTrue(HoursParser.parse(shortly).spans().containsAll(spans), shortly);
    }
}
