package org.peerline.intake.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Texts say how long answers are kept here, and not how long they are kept elsewhere. */
class KeptAnswersTest {
    @ParameterizedTest
    @CsvSource({
        "PT24H, 24 hours, 24 awr",
        "PT71H59M, 71 hours, 71 awr",
        "P3D, 3 days, 3 diwrnod",
        "P7DT5H, 7 days, 7 diwrnod",
        "PT2H, 2 hours, 2 awr",
        "PT1H, 60 minutes, 60 munud",
        "PT90M, 90 minutes, 90 munud"
    })
    void period_is_said_in_words_and_never_longer_than_it_is(Duration set, String english, String welsh) {
        var kept = new KeptAnswers(set);
        assertEquals(english, kept.said(SmsTexts.in(Language.EN).intake()));
        assertEquals(welsh, kept.said(SmsTexts.in(Language.CY).intake()));
        var texts = SmsTexts.in(Language.EN).intake();
        assertTrue(texts.paused("0808 157 0001", kept.said(texts)).contains("for " + english + ":"));
        assertTrue(texts.offerPerson("0808 157 0001", kept.said(texts)).contains("for " + english + "."));
    }
}
