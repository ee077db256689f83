package org.peerline.intake.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.api.input.UkPostcode;
import org.peerline.requests.profile.Address;

class OtherAnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GP                                  | GP
            gp                                  | GP
            f1                                  | F1
            st3                                 | ST3
            foundation doctor                   | Foundation doctor
            I'm a foundation doctor             | Foundation doctor
            Currently a locum GP                | Locum GP
            I am an ST3 in anaesthetics         | ST3 in anaesthetics
            Consultant                          | Consultant
            retired surgeon                     | Retired surgeon
            medical student                     | Medical student
            4th year medical student            | 4th year medical student
            not practising doctor               | Not practising doctor
            was a nurse, now F2 doctor          | Was a nurse, now F2 doctor
            meddyg teulu                        | Meddyg teulu
            Not a doctor yet, final year medical student | Not a doctor yet, final year medical student
            Patient safety fellow               | Patient safety fellow
            clinical teacher                    | Clinical teacher
            consultant in oral surgery          | Consultant in oral surgery
            surgeon                             | Surgeon
            dental surgeon                      | NOT_A_DOCTOR
            not a medical student               | NOT_A_DOCTOR
            nurse                               | NOT_A_DOCTOR
            I'm a student nurse                 | NOT_A_DOCTOR
            Paramedic                           | NOT_A_DOCTOR
            physician associate                 | NOT_A_DOCTOR
            dental student                      | NOT_A_DOCTOR
            practice manager                    | NOT_A_DOCTOR
            I'm not a doctor                    | NOT_A_DOCTOR
            nyrs                                | NOT_A_DOCTOR
            student                             | NOT_UNDERSTOOD
            yes                                 | NOT_UNDERSTOOD
            17                                  | NOT_UNDERSTOOD
            I'd rather not say                  | NOT_UNDERSTOOD
            """)
    void a_job_role_is_any_short_text_that_names_no_other_calling(String written, String expected) {
        Reading<String> reading = JobRoleParser.read(written);
        assertEquals(
                expected,
                reading instanceof Reading.Understood<String> role
                        ? role.value()
                        : ((Reading.Unclear<String>) reading).why().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            12 Mill Lane, Leeds LS6 2AB             | 12 Mill Lane / - / Leeds / LS6 2AB
            12 Mill Lane Leeds ls62ab               | 12 Mill Lane Leeds / - / - / LS6 2AB
            ~12 Mill Lane\nHeadingley\nLeeds\nLS6 2AB~ | 12 Mill Lane / Headingley / Leeds / LS6 2AB
            Flat 2, 12 Mill Lane, Leeds, LS6 2AB    | Flat 2 12 Mill Lane / - / Leeds / LS6 2AB
            12, Mill Lane, Leeds, LS6 2AB           | 12 Mill Lane / - / Leeds / LS6 2AB
            My address is 12 Mill Lane, Leeds, postcode LS6 2AB | 12 Mill Lane / - / Leeds / LS6 2AB
            12 Mill Lane, LS6-2AB, Leeds            | 12 Mill Lane / - / Leeds / LS6 2AB
            12 Mill Lane, Leeds LS6 OAB             | 12 Mill Lane / - / Leeds / LS6 0AB
            Ty Gwyn, Heol y Bont, Aberystwyth SY23 1AB | Ty Gwyn / Heol y Bont / Aberystwyth / SY23 1AB
            1 High St, London EC1A 1BB              | 1 High St / - / London / EC1A 1BB
            Les Vauxbelets, St Andrew GY6 8XY       | Les Vauxbelets / - / St Andrew / GY6 8XY
            1 Castle Rd, Belfast BT15 5GR           | 1 Castle Rd / - / Belfast / BT15 5GR
            12 Mill Lane, Leeds                     | NO_POSTCODE
            12 Mill Lane, Leeds ZZ6 2AB             | POSTCODE_WRONG
            12 Mill Lane, Leeds LS6 2AC             | POSTCODE_WRONG
            LS6 2AB                                 | NO_STREET
            my postcode is LS6 2AB                  | NO_STREET
            Leeds                                   | NOT_UNDERSTOOD
            ?                                       | NOT_UNDERSTOOD
            """)
    void an_address_has_a_street_and_a_postcode(String written, String expected) {
        assertEquals(expected, address(AddressParser.read(written, "")));
    }

    @Test
    void an_address_may_come_in_two_texts() {
        assertEquals(
                "12 Mill Lane / - / Leeds / LS6 2AB", address(AddressParser.read("ls6 2ab", "12 Mill Lane, Leeds")));
        assertEquals(
                "12 Mill Lane / - / Leeds / LS6 2AB", address(AddressParser.read("12 Mill Lane, Leeds", "LS6 2AB")));
        assertEquals(
                "12 Mill Lane / - / Leeds / LS6 2AB",
                address(AddressParser.read("12 Mill Lane, Leeds LS6 2AB", "12 Mill Lane, Leeds")));
    }

    @ParameterizedTest
    @CsvSource({
        "AB10 1AB", "BT1 1AA", "CF10 3AT", "E1 6AN", "EC1A 1BB", "G2 3BZ", "GY1 1AA", "HS1 2AA", "IM1 1AA", "JE2 3BB",
        "KW15 1AA", "LD1 5AA", "M1 1AE", "N1 9GU", "SW1A 1AA", "TR21 0AA", "W1A 0AX", "WC2N 5DU", "ZE1 0AA", "BF1 2AT",
        "GIR 0AA", "SA1 1AA", "B33 8TH", "CR2 6XH", "DN55 1PT"
    })
    void every_postcode_area_of_the_kingdom_and_the_islands_is_known(String postcode) {
        assertEquals(postcode, UkPostcode.normalised(postcode.toLowerCase()).orElse("refused"));
    }

    @ParameterizedTest
    @CsvSource({"ZZ1 1AA", "AA1 1AA", "XX9 9XX", "UK1 1AA", "LS6 2AC", "L 1AA"})
    void a_postcode_of_no_area_is_refused(String postcode) {
        assertEquals("refused", UkPostcode.normalised(postcode).orElse("refused"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NONE                                | [] []
            none.                               | [] []
            No                                  | [] []
            nobody                              | [] []
            n/a                                 | [] []
            No thank you                        | [] []
            dim                                 | [] []
            No, thanks                          | [] []
            None, thanks                        | [] []
            Never mind                          | NOT_UNDERSTOOD
            I've changed my mind                | NOT_UNDERSTOOD
            I can’t do this                     | NOT_UNDERSTOOD
            My hospital                         | NOT_UNDERSTOOD
            my husband                          | NOT_UNDERSTOOD
            my consultant                       | NOT_UNDERSTOOD
            Dr Hill and my ex-husband           | NOT_UNDERSTOOD
            Oes, Dr Jones                       | [] [Dr Jones]
            Dr Jane Hill                        | [] [Dr Jane Hill]
            St Mary's Hospital                  | [St Mary's Hospital] []
            Dr Jane Hill, Leeds Teaching Trust  | [Leeds Teaching Trust] [Dr Jane Hill]
            Dr Jane Hill and anyone at Leeds Infirmary | [Leeds Infirmary] [Dr Jane Hill]
            Jane Hill                           | [Jane Hill] [Jane Hill]
            I'd like to avoid Dr Hill           | [] [Dr Hill]
            my consultant Dr Hill               | [] [Dr Hill]
            Dr Hill from Leeds Infirmary        | [Dr Hill from Leeds Infirmary] [Dr Hill from Leeds Infirmary]
            Jane Hill at Leeds Infirmary        | [Jane Hill at Leeds Infirmary, Leeds Infirmary] [Jane Hill at Leeds Infirmary]
            my department at Leeds Infirmary    | [my department at Leeds Infirmary, Leeds Infirmary] [my department at Leeds Infirmary]
            Ysbyty Gwynedd                      | [Ysbyty Gwynedd] []
            yes                                 | NOT_UNDERSTOOD
            ?                                   | NOT_UNDERSTOOD
            There was an incident on the ward last year and since then I cannot look anybody there in the eye | TOO_LONG
            """)
    void whom_and_where_to_avoid_is_taken_for_either_when_in_doubt(String written, String expected) {
        Reading<Avoidance> reading = AvoidParser.read(written);
        assertEquals(
                expected,
                reading instanceof Reading.Understood<Avoidance> avoid
                        ? avoid.value().places() + " " + avoid.value().people()
                        : ((Reading.Unclear<Avoidance>) reading).why().name());
    }

    @ParameterizedTest
    @CsvSource({
        "SAME, SAME", "the same please, SAME", "Same again, SAME", "yr un, SAME", "NEW, NEW", "someone new, NEW",
        "don't mind, NEW", "anyone, NEW", "newydd, NEW", "UPDATE, UPDATE", "update., UPDATE", "ok, NOT_UNDERSTOOD",
        "maybe, NOT_UNDERSTOOD", "same new, NOT_UNDERSTOOD"
    })
    void somebody_who_comes_back_chooses_with_a_word(String written, String expected) {
        Reading<ReturnParser.Choice> reading = ReturnParser.read(written);
        assertEquals(
                expected,
                reading instanceof Reading.Understood<ReturnParser.Choice> choice
                        ? choice.value().name()
                        : ((Reading.Unclear<ReturnParser.Choice>) reading).why().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Why do you need that?                   | true
            is this confidential?                   | true
            who sees this? 😕                        | true
            Sam Okafor                              | false
            17 May 1994                             | false
            """)
    void a_question_ends_as_one(String written, boolean question) {
        assertEquals(question, AnswerText.endsAsQuestion(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            why do you need my address              | true
            sorry, what is this for                 | true
            Pam mae angen hwn arnoch chi            | true
            Beth yw hwn                             | true
            oes rhaid i mi ateb                     | true
            Beth Williams                           | false
            Pam Jones                               | false
            Ai Tanaka                               | false
            Oes, Dr Jones                           | false
            Whitechapel                             | false
            Willow Lane, Leeds LS6 2AB              | false
            Canterbury Hospital                     | false
            """)
    void a_question_begins_as_one(String written, boolean question) {
        assertEquals(question, AnswerText.beginsAsQuestion(written));
    }

    private static String address(Reading<Address> reading) {
        if (reading instanceof Reading.Unclear<Address> unclear) {
            return unclear.why().name();
        }
        Address address = ((Reading.Understood<Address>) reading).value();
        return String.join(
                " / ",
                address.line1(),
                address.line2() == null ? "-" : address.line2(),
                address.town() == null ? "-" : address.town(),
                address.postcode());
    }
}
