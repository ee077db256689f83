package org.peerline.intake.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sam Okafor                      | Sam Okafor
            sam okafor                      | Sam Okafor
            SAM OKAFOR                      | Sam Okafor
            Sam Okafor.                     | Sam Okafor
            my name is sam okafor           | Sam Okafor
            Hi, I'm Sam Okafor              | Sam Okafor
            I’m Sam Okafor                  | Sam Okafor
            It's Sam Okafor!                | Sam Okafor
            Fy enw i yw Siân Llŷr           | Siân Llŷr
            Dr Sam Okafor                   | Dr Sam Okafor
            anne-marie o'neill              | Anne-Marie O'Neill
            Anne-Marie O’Neill              | Anne-Marie O'Neill
            Okafor, Sam                     | Sam Okafor
            Okafor, Sam James               | Sam James Okafor
            I'm So Young Kim                | So Young Kim
            Adrian Low                      | Adrian Low
            Will Smith                      | Will Smith
            Can Yilmaz                      | Can Yilmaz
            My Nguyen                       | My Nguyen
            Jean-Luc de la Tour             | Jean-Luc de la Tour
            María José Fernández García     | María José Fernández García
            李 明                            | 李 明
            Мария Иванова                   | Мария Иванова
            Łucja Żółć                      | Łucja Żółć
            """)
    void a_full_name_is_read_however_it_is_written(String written, String name) {
        assertEquals("Understood " + name, read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sam                             | ONE_NAME
            Dr Okafor                       | ONE_NAME
            yes                             | NOT_UNDERSTOOD
            ok thanks                       | NOT_UNDERSTOOD
            I need help please              | NOT_UNDERSTOOD
            hello                           | NOT_UNDERSTOOD
            Sam 07400 123456                | NOT_UNDERSTOOD
            17/05/1994                      | NOT_UNDERSTOOD
            ???                             | NOT_UNDERSTOOD
            👍                              | NOT_UNDERSTOOD
            I just want to talk to somebody about work | NOT_UNDERSTOOD
            x                               | NOT_UNDERSTOOD
            I'm so tired                    | NOT_UNDERSTOOD
            i am in crisis                  | NOT_UNDERSTOOD
            very low today                  | NOT_UNDERSTOOD
            """)
    void what_is_no_full_name_is_asked_about(String written, String why) {
        assertEquals(why, read(written));
    }

    private static String read(String written) {
        Reading<String> reading = NameParser.read(written);
        return reading instanceof Reading.Understood<String> name
                ? "Understood " + name.value()
                : ((Reading.Unclear<String>) reading).why().name();
    }
}
