package org.peerline.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.conversation.command.CommandParser;
import org.peerline.conversation.command.Desk;

class ConversationIsNoCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Longer than a command
                "ok see you then",
                "OK thanks",
                "ok 👍",
                "ok 👎",
                "👍",
                "yes please",
                "Yes, Thursday works",
                "no worries",
                "No problem at all",
                "no thank you",
                "no, sorry",
                "okay",
                "yep",
                "sure",
                "nope",
                "y",
                "k",
                "OK OK",
                "yes no",
                // Questions
                "OK?",
                "Yes?",
                "no?",
                "Drop?",
                "Done?",
                "Pass?",
                "Change?",
                "More?",
                "Held?",
                "HELD 45?",
                "Back?",
                "Pause?",
                "PAUSE 2W?",
                "Call?",
                "Move?",
                "1?",
                "Later?",
                "call you?",
                // CALL and MOVE in conversation
                "call me maybe",
                "Call me when you can",
                "Call the hospital, they know",
                "Call my wife",
                "Call him at 7",
                "Call me at 7",
                "call you Thursday",
                "call you later",
                "Call later",
                "call back at 7",
                "Call 999",
                "Call 111",
                "call 101",
                "Call 116 123",
                "Call 07400 123456",
                "call 07400123456",
                "Call 0800 1111",
                "Call +447400123456",
                "Call 0330 123 1245",
                "Call 4512",
                "Call ext 4512",
                "call switchboard on 1234",
                "Call Samaritans",
                "Call it a day",
                "call in sick tomorrow",
                "call Thursday was a disaster",
                "Call went well today",
                "call now",
                "call next week",
                "call for help",
                "Call of duty",
                "call May",
                "Call Dr Singh on Friday",
                "calling you now",
                "called at 7",
                "calls are hard for me",
                "recall Thu 7pm",
                "can we call Thu 7pm",
                "I'll CALL Thu 7pm",
                "CALL Thu 7pm if you are free",
                "CALL me",
                "Call on Thursday or Friday or Saturday or Sunday or Monday or Tuesday or Wednesday or next Thursday or Friday 7pm",
                "Move over",
                "move to",
                "Move to London on Friday",
                "move on",
                "Move me to Friday",
                "moved house on Friday",
                "Move the call to Friday 7pm",
                "moving on Thursday",
                // The other words in conversation
                "Done with work at 7",
                "done and dusted",
                "I'm done",
                "well done",
                "Drop me a line",
                "drop in any time",
                "dropped it",
                "Status quo",
                "change is hard",
                "Change of plan",
                "need a change",
                "Pass me their name",
                "passed my exam",
                "I'll pass",
                "Held up in theatre",
                "held back by traffic",
                "HELD forty",
                "Missed you",
                "missed call from you",
                "more or less",
                "once more",
                "Enough is enough",
                "had enough",
                "pause for thought",
                "PAUSE a bit",
                "pause until further notice",
                "PAUSE 0W",
                "PAUSE 200 weeks",
                "PAUSE 2",
                "Back at 7",
                "back soon",
                "in most cases",
                "Peer pressure",
                "peer review",
                "later today",
                "see you later",
                "redo it",
                "guide me",
                "please help me",
                "help me",
                "HELP ME PLEASE",
                "info please",
                "10",
                "0",
                "1 2",
                "12",
                "1st",
                "one",
                "number 1",
                "-",
                "?",
                "...",
                "",
                " ",
                "\n",
                "😀",
                "Hello Amara",
                "DROP CALL",
                "ok\u0000ay",
                "οκ" /* Greek */
            })
    void conversation_is_never_a_command(String text) {
        for (Desk desk : Desk.values()) {
            assertEquals(Optional.empty(), CommandParser.parse(text, desk), desk.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_long_text_is_conversation_whatever_it_begins_with(Desk desk) {
        assertEquals(Optional.empty(), CommandParser.parse("CALL " + "7pm ".repeat(399), desk));
        assertEquals(Optional.empty(), CommandParser.parse("ok" + ".".repeat(1598), desk));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok see you then",
                "OK thanks",
                "ok 👍",
                "OK?",
                "Okay great",
                "okay",
                "yes please",
                "Yes, Thursday works",
                "yep",
                "yeah fine",
                "Sure!",
                "sure, see you then",
                "Great, speak then",
                "perfect",
                "no worries",
                "No, sorry",
                "nope",
                "No I can't do Thursday",
                "not Thursday",
                "can’t do that",
                "cannot make it",
                "I can't make Thursday",
                "I can do that",
                "that works for me",
                "That's fine",
                "Sounds good",
                "works for me",
                "happy with that",
                "sorry, no",
                "Sorry I can't",
                "unfortunately not",
                "O.K. then",
                "“Yes, that works”",
                "  yes  thanks",
                "Iawn, wela i di wedyn",
                "Ie, dydd Iau",
                "Na, mae'n ddrwg gen i",
                "Mae'n iawn i mi",
                "Mae hynny’n addas",
                "Alla i ddim dydd Iau",
                "ＯＫ ok"
            })
    void a_text_that_begins_like_an_answer_is_noticed(String text) {
        assertTrue(CommandParser.yesOrNoAtTheBeginning(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "👍",
                "Thursday is good",
                "What about Friday?",
                "nobody told me",
                "notes attached",
                "yesterday was hard",
                "Okinawa",
                "Now I see",
                "north ward",
                "surely",
                "finest",
                "greatly",
                "I know",
                "I can hear you",
                "Sorry I missed your text",
                "Unfortunately it got worse",
                "Hello, yes I am here",
                "is that ok?",
                "that was hard",
                "Could we speak?",
                "knowing you",
                "Mae'n anodd",
                "Diolch am eich neges",
                "Naw mlynedd"
            })
    void a_text_that_begins_otherwise_is_not(String text) {
        assertFalse(CommandParser.yesOrNoAtTheBeginning(text));
    }
}
