package org.peerline.api.input.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.api.patch.Clearable;
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.Violation;

class MergePatchTest {
    record Changes(String name, @Clearable String note, Cleared cleared) {
        String noteAfter(String present) {
            return cleared.merged("note", note, present, "empty");
        }
    }

    private static RecordBinder.Binding<Changes> read(String json) {
        return RecordBinder.bind(Changes.class, StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                            | present
            {"name": "x"}                 | present
            {"note": "new"}               | new
            {"note": null}                | empty
            {"note": null, "name": "x"}   | empty
            """)
    void what_is_left_out_stays_and_null_clears(String json, String after) {
        var read = read(json);
        assertEquals(List.of(), read.faults());
        assertEquals(after, read.value().noteAfter("present"));
    }

    @Test
    void null_is_refused_for_what_cannot_be_cleared() {
        var read = read("{\"name\": null, \"note\": null}");
        assertEquals(
                List.of("name"), read.faults().stream().map(Violation::field).toList());
        assertEquals(Set.of("note"), read.value().cleared().names());
    }

    @Test
    void what_collects_the_nulls_is_no_property_itself() {
        assertEquals(
                List.of(new Violation("cleared", "This property is not known.")),
                read("{\"cleared\": null}").faults());
    }
}
