package org.peerline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoSizeTest {
    private static DemoSize parse(String line) {
        return DemoSize.parse(line.split(" "));
    }

    @Test
    void without_options_it_is_a_national_service_after_ten_years() {
        assertEquals(new DemoSize(20_000, 1_000_000, 5_000), parse("demo-data"));
    }

    @Test
    void each_number_can_be_another() {
        assertEquals(new DemoSize(200, 0, 7), parse("demo-data --requests 0 --peers 200 --waiting 7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-data --peers",
                "demo-data --peers many",
                "demo-data --peers 0",
                "demo-data --peers -5",
                "demo-data --peers 100001",
                "demo-data --requests 99999999999",
                "demo-data --people 5",
                "demo-data peers 5",
            })
    void anything_else_is_answered_with_what_is_wanted(String line) {
        var refused = assertThrows(IllegalArgumentException.class, () -> parse(line));
        assertTrue(refused.getMessage().startsWith("demo-data wants whole numbers: --peers 1-100000"));
    }
}
