package org.peerline.wording.override;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.core.StartupRefused;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;
import org.peerline.wording.bundle.Wordings;

class OwnWordingTest {
    @TempDir
    Path directory;

    @AfterEach
    void our_own_words_again() {
        Wordings.use(Map.of());
    }

    @Test
    void a_line_of_ones_own_is_said_instead_of_ours_and_all_others_stay() throws IOException {
        english("intake.askName=Please tell us your name, first and last.\n");
        welsh("intake.askName=Dywedwch eich enw llawn wrthym.\n");

        Wordings.use(OwnWording.read(directory));

        assertEquals(
                "Please tell us your name, first and last.",
                SmsTexts.in(Language.EN).intake().askName());
        assertEquals(
                "Dywedwch eich enw llawn wrthym.",
                SmsTexts.in(Language.CY).intake().askName());
        assertTrue(SmsTexts.in(Language.EN).intake().askJobRole().startsWith("What is your job role?"));
    }

    @Test
    void another_wording_of_the_privacy_line_has_another_version() throws IOException {
        String before = SmsTexts.privacyVersion(Language.EN, false);
        english("intake.privacy=If you answer, we keep it, encrypted. STOP ends texts. Questions: {helpline}.\n");
        Wordings.use(OwnWording.read(directory));
        assertTrue(!before.equals(SmsTexts.privacyVersion(Language.EN, false)));
    }

    @Test
    void a_shared_phone_may_get_a_line_of_its_own_where_ours_was_the_same_for_all() throws IOException {
        english("""
                intake.askName=Doctors' line: what is your full name?
                intake.askName.neutral=And your full name?
                """);
        Wordings.use(OwnWording.read(directory));
        assertEquals(
                "And your full name?", SmsTexts.neutral(Language.EN).intake().askName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            intake.askNmae=What is your name?                  | intake.askNmae is no text of ours.
            intake.askNmae.neutral=What is your name?          | intake.askNmae.neutral is no text of ours.
            intake.askName=                                    | intake.askName says nothing.
            calls.proposed=A call? Reply OK or NO.             | calls.proposed lacks {name}.
            calls.proposed={name}: {when}? It is {reference}.  | calls.proposed may not name {reference}.
            intake.askName=Your name? We have {name}.          | intake.askName may not name {name}.
            intake.askName=Your name { please?                 | intake.askName has a brace that belongs to nothing.
            introduction.details=Text {name}, {role}, here.    | introduction.details has to say "999".
            safety.crisis=Ring {helpline}, or call 999 or go to A&E. | safety.crisis has to say "116 123".
            intake.askName=Doctor, what is your name?          | intake.askName is also said on shared phones, where it would tell what it is about; give it a second line intake.askName.neutral.
            introduction.details.neutral=Your peer is {name}. Not an emergency service: 999. | introduction.details.neutral is also said on shared phones, where it would tell what it is about.
            """)
    void a_line_that_cannot_be_said_refuses_the_start_in_one_sentence(String line, String sentence) throws IOException {
        english(line + "\n");
        assertEquals("PEERLINE_WORDING_DIRECTORY, texts_en.properties: " + sentence, refused());
    }

    @Test
    void a_line_that_grows_over_its_budget_with_the_longest_values_refuses_the_start() throws IOException {
        english("calls.proposed={name} suggests a call on {when}. Reply OK, NO, or MOVE and a time. "
                + "We look forward to it. ".repeat(3) + "\n");
        assertEquals(
                "PEERLINE_WORDING_DIRECTORY, texts_en.properties: calls.proposed takes 2 segments with the longest values,"
                        + " and may take 1.",
                refused());
    }

    @Test
    void one_curly_quote_costs_as_much_as_the_network_makes_of_it() throws IOException {
        english("calls.proposed={name} suggests a call on {when}. Reply OK, NO, or MOVE and a time you\u2019d like.\n");
        assertTrue(refused().contains("takes 2 segments"), refused());
    }

    @Test
    void what_is_no_directory_of_wording_refuses_the_start() throws IOException {
        assertEquals(
                "PEERLINE_WORDING_DIRECTORY contains neither texts_en.properties nor texts_cy.properties.", refused());
        Files.writeString(directory.resolve("texts_fr.properties"), "a=b\n");
        assertEquals(
                "PEERLINE_WORDING_DIRECTORY contains texts_fr.properties; only texts_en.properties and"
                        + " texts_cy.properties are read.",
                refused());
        var missing = assertThrows(StartupRefused.class, () -> OwnWording.read(directory.resolve("nowhere")));
        assertEquals("PEERLINE_WORDING_DIRECTORY is no directory that can be read.", missing.getMessage());
    }

    @Test
    void a_key_that_stands_there_twice_or_letters_that_are_no_utf_8_refuse_the_start() throws IOException {
        english("intake.askName=One?\nintake.askName=Two?\n");
        assertEquals("PEERLINE_WORDING_DIRECTORY, texts_en.properties: intake.askName stands there twice.", refused());
        Files.write(
                directory.resolve("texts_en.properties"), "intake.askName=Ça?".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(
                "PEERLINE_WORDING_DIRECTORY, texts_en.properties: cannot be read as UTF-8 lines of key=text.",
                refused());
    }

    private String refused() {
        return assertThrows(StartupRefused.class, () -> OwnWording.read(directory))
                .getMessage();
    }

    private void english(String lines) throws IOException {
        Files.writeString(directory.resolve("texts_en.properties"), lines);
    }

    private void welsh(String lines) throws IOException {
        Files.writeString(directory.resolve("texts_cy.properties"), lines);
    }
}
