package org.peerline.sms.optout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptOutWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STOP",
                "STOPALL",
                "UNSUBSCRIBE",
                "CANCEL",
                "END",
                "QUIT",
                "REVOKE",
                "OPTOUT",
                "stop",
                "Stop",
                "sToP",
                " stop ",
                "stop.",
                "STOP...",
                "Stop\n",
                "\tstop\r\n",
                ".stop.",
                "stop!",
                "STOP!!",
                "\"STOP\"",
                "'stop'",
                "“STOP”",
                "‘Stop’",
                "«stop»",
                "Stop…",
                "ＳＴＯＰ",
                "ｓｔｏｐ．",
                "STOP。",
                "　STOP　",
                "\u00A0STOP\u00A0",
                "\u200Bstop\uFEFF",
                "𝐒𝐓𝐎𝐏",
                "*stop*",
                "-stop",
                "Unsubscribe.",
                "quit.",
                "End",
                "cancel .",
                "stop,"
            })
    void a_stop_word_alone_opts_out(String body) {
        assertTrue(OptOutWords.isStop(body));
        assertFalse(OptOutWords.mentionsStopping(body), "it is one; it does not only mention it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "please stop texting me",
                "stop it",
                "STOP ALL",
                "don't stop",
                "I had to stop",
                "stopped",
                "nonstop",
                "S T O P",
                "End?",
                "Cancel?",
                "cancel the call",
                "the end",
                "quit smoking",
                "START",
                "no",
                "OK",
                "Drop",
                "stop stop",
                "OPT OUT",
                "opt-out",
                "stοp" /* a Greek omicron */
            })
    void anything_else_does_not(String body) {
        assertFalse(OptOutWords.isStop(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"START", "start", "Start.", " UNSTOP ", "unstop!", "YES", "yes.", "“Yes”", "ＳＴＡＲＴ", "Start\n"})
    void a_start_word_alone_opts_in(String body) {
        assertTrue(OptOutWords.isStart(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes please", "restart", "STOP", "start again", "start?", "yep", "un stop", "OK"})
    void anything_else_does_not_opt_in(String body) {
        assertFalse(OptOutWords.isStart(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please stop texting me",
                "Stop texting me!",
                "can you stop sending these",
                "PLEASE STOP MESSAGING ME",
                "stop contacting me please",
                "I asked you to stop bothering me",
                "stop this",
                "don't text me again",
                "don’t text me",
                "do not contact me",
                "dont message us any more",
                "never text me again",
                "I told you not to contact me",
                "no more texts please",
                "No more messages",
                "how do I unsubscribe?",
                "I want to opt out",
                "opt-out",
                "Please opt me out",
                "remove me from your list",
                "take me off this",
                "delete my number",
                "leave me alone",
                "please stop",
                "stop please",
                "STOP ALL",
                "stop stop",
                "Stop now",
                "STOP 🛑",
                "Stop?",
                "just stop",
                "ＰＬＥＡＳＥ ＳＴＯＰ"
            })
    void a_wish_to_stop_inside_a_sentence_is_noticed(String body) {
        assertTrue(OptOutWords.mentionsStopping(body));
        assertFalse(OptOutWords.isStop(body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok see you then",
                "I can't stop thinking about it",
                "I had to stop work last month",
                "non-stop nights",
                "the bus stop on Cathays Road",
                "Text me when you can",
                "I never message people first",
                "thank you",
                "It doesn't stop, night after night",
                "stopped by the ward",
                "my contract ends in March",
                "cancel the call"
            })
    void ordinary_sentences_are_not(String body) {
        assertFalse(OptOutWords.mentionsStopping(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop ", "do not ", "\u0301", "'", "opt "})
    void the_longest_text_is_read_without_delay(String piece) {
        String body = piece.repeat(1600 / piece.length());
        assertEquals(false, OptOutWords.isStop(body));
        OptOutWords.mentionsStopping(body);
    }
}
