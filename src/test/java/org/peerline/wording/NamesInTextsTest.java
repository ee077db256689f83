package org.peerline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.Reference;
import org.peerline.wording.bundle.TextLength;

/** How names and roles stand in texts. */
class NamesInTextsTest {
    @ParameterizedTest
    @CsvSource({
        "Foundation doctor, foundation doctor",
        "Consultant in psychiatry, consultant in psychiatry",
        "GP, GP",
        "F1 doctor, F1 doctor",
        "ST3 anaesthetics, ST3 anaesthetics",
        "GP trainee, GP trainee",
        "Émigré doctor, émigré doctor",
        "SAS doctor, SAS doctor",
        "x, x"
    })
    void a_role_stands_inside_the_sentence(String role, String inside) {
        String heading = SmsTexts.in(Language.EN).relay().firstHeading(new Reference("PS-7K3QXM"), "Sam", role);
        assertEquals("PS-7K3QXM Sam, " + inside + ": ", heading);
    }

    @ParameterizedTest
    @CsvSource({
        "Dr Amara N, Amara N",
        "Dr. Amara, Amara",
        "Prof Gwen, Gwen",
        "Amara, Amara",
        "Dr, Dr",
        "Drew, Drew",
        "Mrs Jones, Jones"
    })
    void in_neutral_wording_a_name_loses_its_title(String name, String shown) {
        assertEquals(shown + ": ", SmsTexts.neutral(Language.EN).relay().heading(name));
    }

    @ParameterizedTest
    @CsvSource({"{name}", "$1", "\\x", "Siân Llŷr", "{when} {helpline}"})
    void a_name_is_shown_as_it_is_written(String name) {
        assertEquals(name + ": ", SmsTexts.in(Language.EN).relay().heading(name));
    }

    @ParameterizedTest
    @CsvSource({"Dr Siân Ll", "Dr Gŵyl N", "Dr Zoë-Łucja K"})
    void a_name_outside_the_plain_characters_still_fits_three_segments(String name) {
        assertTrue(TextLength.segments(SmsTexts.in(Language.EN).introduction().details(name, "GP")) <= 3);
        assertTrue(
                TextLength.segments(SmsTexts.neutral(Language.EN).introduction().details(name, "GP")) <= 3);
    }
}
