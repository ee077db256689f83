package org.peerline.conversation.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.peerline.conversation.command.Desk.PEER_ON_RELAY;
import static org.peerline.conversation.command.Desk.REQUESTER_ON_RELAY;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.wording.Language;

class CommandParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    OK                        | Accept[]
                    ok                        | Accept[]
                    Ok.                       | Accept[]
                    ok!                       | Accept[]
                    ok...                     | Accept[]
                    ok…                       | Accept[]
                    “OK”                      | Accept[]
                    'ok'                      | Accept[]
                    ‘ok’                      | Accept[]
                    (ok)                      | Accept[]
                    *OK*                      | Accept[]
                    ~  ok  ~                  | Accept[]
                    ~\u00A0ok\u200B~          | Accept[]
                    ＯＫ                        | Accept[]
                    YES                       | Accept[]
                    yes!!                     | Accept[]
                    Yes,                      | Accept[]
                    NO                        | Decline[]
                    no.                       | Decline[]
                    No!                       | Decline[]
                    - no                      | Decline[]
                    1                         | Choose[number=1]
                    2.                        | Choose[number=2]
                    3)                        | Choose[number=3]
                    (1)                       | Choose[number=1]
                    #2                        | Choose[number=2]
                    １                         | Choose[number=1]
                    9                         | Choose[number=9]
                    DROP                      | DropCall[]
                    drop.                     | DropCall[]
                    CALLS                     | ListCalls[]
                    calls?                    | ListCalls[]
                    Status                    | AskStatus[]
                    status?                   | AskStatus[]
                    DONE                      | EndConversation[]
                    Done.                     | EndConversation[]
                    GUIDE                     | ShowGuide[help=false]
                    guide?                    | ShowGuide[help=false]
                    info                      | ShowGuide[help=false]
                    HELP                      | ShowGuide[help=true]
                    help!!!                   | ShowGuide[help=true]
                    Help?                     | ShowGuide[help=true]
                    CALL Thu 7pm              | ProposeCall[when=Thu 7pm]
                    call thu 7pm.             | ProposeCall[when=thu 7pm]
                    Call Thu 7pm?             | ProposeCall[when=Thu 7pm]
                    CALL  tomorrow   18:30    | ProposeCall[when=tomorrow 18:30]
                    CALL 3 Dec 9am            | ProposeCall[when=3 Dec 9am]
                    CALL 3rd of December, 9 am | ProposeCall[when=3rd of December, 9 am]
                    CALL: Thu 7pm             | ProposeCall[when=Thu 7pm]
                    CALL - Thu 7pm            | ProposeCall[when=Thu 7pm]
                    “CALL Thu 7pm”            | ProposeCall[when=Thu 7pm]
                    CALL 2026-12-03T19:00Z    | ProposeCall[when=2026-12-03T19:00Z]
                    CALL 2026-12-03 19:00     | ProposeCall[when=2026-12-03 19:00]
                    CALL 5/12 7.30pm          | ProposeCall[when=5/12 7.30pm]
                    CALL 05/12/2026 1930      | ProposeCall[when=05/12/2026 1930]
                    CALL 3 Dec 2026 1930      | ProposeCall[when=3 Dec 2026 1930]
                    CALL 7                    | ProposeCall[when=7]
                    CALL 7pm                  | ProposeCall[when=7pm]
                    CALL tomorrow             | ProposeCall[when=tomorrow]
                    CALL Thursday             | ProposeCall[when=Thursday]
                    CALL Thrusday 7pm         | ProposeCall[when=Thrusday 7pm]
                    CALL tommorow at 7        | ProposeCall[when=tommorow at 7]
                    CALL wensday 8pm          | ProposeCall[when=wensday 8pm]
                    CALL tonight at half past 7 | ProposeCall[when=tonight at half past 7]
                    CALL this evening around 8 | ProposeCall[when=this evening around 8]
                    CALL noon tomorrow        | ProposeCall[when=noon tomorrow]
                    CALL Thu 7pm UK time      | ProposeCall[when=Thu 7pm UK time]
                    CALL Thu 7pm or Fri 8pm   | ProposeCall[when=Thu 7pm or Fri 8pm]
                    CALL Thu 7-8pm            | ProposeCall[when=Thu 7-8pm]
                    CALL at 7 o’clock         | ProposeCall[when=at 7 o'clock]
                    CALL Thu @ 7pm            | ProposeCall[when=Thu @ 7pm]
                    CALL Thu 7pm please       | ProposeCall[when=Thu 7pm]
                    CALL Thu 7pm, thanks!     | ProposeCall[when=Thu 7pm]
                    CALL Thu 7 p.m.           | ProposeCall[when=Thu 7 p.m]
                    ＣＡＬＬ Ｔｈｕ ７ｐｍ               | ProposeCall[when=Thu 7pm]
                    CALL                      | ProposeCall[when=]
                    call.                     | ProposeCall[when=]
                    CALL,                     | ProposeCall[when=]
                    MOVE Fri 6pm              | MoveCall[when=Fri 6pm]
                    move to Fri 6pm           | MoveCall[when=Fri 6pm]
                    Move tomorrow 9am?        | MoveCall[when=tomorrow 9am]
                    MOVE 8pm                  | MoveCall[when=8pm]
                    MOVE                      | MoveCall[when=]
                    """)
    void both_sides_have_the_same_words_on_a_relay_number(String text, String command) {
        assertEquals(Optional.of(command), read(text, REQUESTER_ON_RELAY));
        assertEquals(Optional.of(command), read(text, PEER_ON_RELAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    REQUESTER_ON_RELAY   | CHANGE                 | ChangePeer[]
                    REQUESTER_ON_RELAY   | change.                | ChangePeer[]
                    PEER_ON_RELAY        | PASS                   | PassRequest[]
                    PEER_ON_RELAY        | Pass!                  | PassRequest[]
                    PEER_ON_RELAY        | HELD                   | ReportHeld[minutes=OptionalInt.empty]
                    PEER_ON_RELAY        | held 45                | ReportHeld[minutes=OptionalInt[45]]
                    PEER_ON_RELAY        | HELD 45 min            | ReportHeld[minutes=OptionalInt[45]]
                    PEER_ON_RELAY        | Held 45 minutes.       | ReportHeld[minutes=OptionalInt[45]]
                    PEER_ON_RELAY        | HELD 90mins            | ReportHeld[minutes=OptionalInt[90]]
                    PEER_ON_RELAY        | HELD 1000              | ReportHeld[minutes=OptionalInt[1000]]
                    PEER_ON_RELAY        | held 1h                | ReportHeld[minutes=OptionalInt[60]]
                    PEER_ON_RELAY        | HELD an hour           | ReportHeld[minutes=OptionalInt[60]]
                    PEER_ON_RELAY        | Held half an hour.     | ReportHeld[minutes=OptionalInt[30]]
                    PEER_ON_RELAY        | held for 1 hour 20 min | ReportHeld[minutes=OptionalInt[80]]
                    PEER_ON_RELAY        | HELD 2 hrs             | ReportHeld[minutes=OptionalInt[120]]
                    PEER_ON_RELAY        | missed                 | ReportMissed[]
                    PEER_ON_RELAY        | MORE                   | WantMore[]
                    PEER_ON_RELAY        | Enough.                | HadEnough[]
                    PEER_ON_SERVICE      | PAUSE                  | Pause[]
                    PEER_ON_SERVICE      | pause.                 | Pause[]
                    PEER_ON_SERVICE      | HOURS                  | ShowOffer[]
                    PEER_ON_SERVICE      | room?                  | ShowOffer[]
                    PEER_ON_SERVICE      | Away                   | ShowOffer[]
                    PEER_ON_SERVICE      | Hours Mon-Fri 18:00-21:30, Sat 10am-4pm | SetHours[written=Mon-Fri 18:00-21:30, Sat 10am-4pm]
                    PEER_ON_SERVICE      | HOURS any              | SetHours[written=any]
                    PEER_ON_SERVICE      | ROOM 3                 | SetRoom[number=3]
                    PEER_ON_SERVICE      | room for 3.            | SetRoom[number=3]
                    PEER_ON_SERVICE      | CAP 6                  | SetMonthlyCap[number=6]
                    PEER_ON_SERVICE      | AWAY 21 Dec to 3 Jan   | GoAway[written=21 Dec to 3 Jan]
                    PEER_ON_SERVICE      | away until Friday      | GoAway[written=until Friday]
                    PEER_ON_SERVICE      | AWAY 21-28 Dec         | GoAway[written=21-28 Dec]
                    PEER_ON_SERVICE      | AWAY for 2 weeks       | GoAway[written=2 weeks]
                    PEER_ON_SERVICE      | AWAY next week         | GoAway[written=next week]
                    PEER_ON_SERVICE      | AWAY NONE              | NotAway[]
                    PEER_ON_SERVICE      | PAUSE 2W               | PauseFor[length=P14D]
                    PEER_ON_SERVICE      | pause 2 weeks          | PauseFor[length=P14D]
                    PEER_ON_SERVICE      | Pause for 1 week.      | PauseFor[length=P7D]
                    PEER_ON_SERVICE      | PAUSE 10D              | PauseFor[length=P10D]
                    PEER_ON_SERVICE      | pause 3 months         | PauseFor[length=P3M]
                    PEER_ON_SERVICE      | PAUSE until 3 Dec      | PauseUntil[day=3 Dec]
                    PEER_ON_SERVICE      | pause till Monday      | PauseUntil[day=Monday]
                    PEER_ON_SERVICE      | PAUSE UNTIL 03/12/2026 | PauseUntil[day=03/12/2026]
                    PEER_ON_SERVICE      | BACK                   | Back[]
                    PEER_ON_SERVICE      | cases                  | ListCases[]
                    PEER_ON_SERVICE      | Cases?                 | ListCases[]
                    PEER_ON_SERVICE      | GUIDE                  | ShowGuide[help=false]
                    PEER_ON_SERVICE      | help                   | ShowGuide[help=true]
                    PEER_ON_SERVICE      | PEER                   | AskForPeer[]
                    PEER_ON_SERVICE      | HELPME                 | WantSafeguarding[]
                    PEER_ON_RELAY        | HelpMe.                | WantSafeguarding[]
                    PEER_ON_RELAY        | helpme?                | WantSafeguarding[]
                    REQUESTER_ON_SERVICE | CYMRAEG                | ChooseLanguage[language=CY]
                    REQUESTER_ON_SERVICE | english.               | ChooseLanguage[language=EN]
                    REQUESTER_ON_SERVICE | Neutral                | HideSubject[]
                    REQUESTER_ON_SERVICE | PEER                   | AskForPeer[]
                    REQUESTER_ON_SERVICE | peer.                  | AskForPeer[]
                    REQUESTER_ON_SERVICE | redo                   | Redo[]
                    REQUESTER_ON_SERVICE | Later                  | Later[]
                    REQUESTER_ON_SERVICE | info                   | ShowGuide[help=false]
                    REQUESTER_ON_SERVICE | HELP                   | ShowGuide[help=true]
                    """)
    void each_desk_has_words_of_its_own(Desk desk, String text, String command) {
        assertEquals(Optional.of(command), read(text, desk));
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTER_ON_RELAY, PASS",
        "REQUESTER_ON_RELAY, HELD 45",
        "REQUESTER_ON_RELAY, MISSED",
        "REQUESTER_ON_RELAY, MORE",
        "REQUESTER_ON_RELAY, ENOUGH",
        "REQUESTER_ON_RELAY, PAUSE",
        "REQUESTER_ON_RELAY, PEER",
        "PEER_ON_RELAY, CHANGE",
        "PEER_ON_RELAY, PAUSE 2W",
        "PEER_ON_RELAY, ROOM 3",
        "PEER_ON_RELAY, AWAY 21 Dec",
        "PEER_ON_SERVICE, ROOM 3?",
        "PEER_ON_SERVICE, Away with my family at present",
        "PEER_ON_SERVICE, Room for improvement",
        "PEER_ON_RELAY, BACK",
        "PEER_ON_RELAY, CASES",
        "PEER_ON_RELAY, LATER",
        "PEER_ON_SERVICE, OK",
        "PEER_ON_SERVICE, CALL Thu 7pm",
        "PEER_ON_SERVICE, PASS",
        "PEER_ON_SERVICE, REDO",
        "PEER_ON_SERVICE, NEUTRAL",
        "REQUESTER_ON_RELAY, HELPME",
        "PEER_ON_RELAY, HELP ME",
        "PEER_ON_SERVICE, HELP ME",
        "REQUESTER_ON_SERVICE, HELP ME",
        "PEER_ON_SERVICE, DONE",
        "REQUESTER_ON_SERVICE, PAUSE",
        "REQUESTER_ON_SERVICE, CASES",
        "REQUESTER_ON_SERVICE, CALLS",
        "REQUESTER_ON_SERVICE, DONE",
        "REQUESTER_ON_SERVICE, NO",
        "REQUESTER_ON_SERVICE, 1"
    })
    void a_word_of_another_desk_is_no_command(Desk desk, String text) {
        assertEquals(Optional.empty(), read(text, desk));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK\nSent from my iPhone",
                "ok.\n\nSent from my Galaxy S21 using O2",
                "OK\nGet Outlook for iOS",
                "OK\n--\nDr Amara Nwosu\nGP partner",
                "OK\n-- ",
                "Ok\nThanks\nAmara",
                "ok\nMany thanks, Amara",
                "OK\n- Amara",
                "OK\n~ Sam O'Neill",
                "OK\nDr Amara N",
                "OK\nDiolch\nSiân",
                "OK\nThanks\nAmara\nSent from my iPhone"
            })
    void a_signature_below_a_word_does_not_make_it_conversation(String text) {
        assertEquals(Optional.of("Accept[]"), read(text, PEER_ON_RELAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OK\nbut not before eight",
                "YES\nTHANKS BUT NOT THURSDAY",
                "YES\nThanks But Not Thursday",
                "OK\n- NOT THURSDAY",
                "OK\n- Not Thursday",
                "OK\n-\nnot on Thursday",
                "OK\n--\nIt would have to be later than we said, and not here",
                "OK\nSam is here too",
                "OK thanks Amara",
                "OK\nThanks for everything you did",
                "NO\n\nI mean it",
                "Thanks\nAmara",
                "Sent from my iPhone",
                "- Amara"
            })
    void words_below_a_word_do(String text) {
        assertEquals(Optional.empty(), read(text, PEER_ON_RELAY));
    }

    @Test
    void a_letter_that_grows_in_capitals_does_no_harm() {
        assertEquals(Optional.empty(), read("call ßßß 7pm", PEER_ON_RELAY));
    }

    private static Optional<String> read(String text, Desk desk) {
        return CommandParser.parse(text, desk).map(command -> command.toString().replaceFirst("^.*\\$", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CALL dydd Iau 7yh           | ProposeCall[when=dydd Iau 7yh]   | CALL dydd Iau 7yh, and nothing for English
            MOVE yfory am 10 y bore     | MoveCall[when=yfory am 10 y bore] | MOVE with a time in Welsh
            CALL Iau 7yh                | ProposeCall[when=Iau 7yh]        | a day without dydd
            CALL dydd Mercer 7yh        | ProposeCall[when=dydd Mercer 7yh] | a misspelt day, which is asked about
            CALL dydd Sadwrrn neu Gwenner | ProposeCall[when=dydd Sadwrrn neu Gwenner] | two of them
            MOVE Mawrth                 | MoveCall[when=Mawrth]            | a day without a time, which is asked about
            CALL am hanner awr wedi 7   | ProposeCall[when=am hanner awr wedi 7] | words for half past
            CALL fy mam heno            | none                             | a word that is no time
            """)
    void days_in_welsh_are_times_for_whoever_chose_welsh(String text, String expected, String why) {
        var read = CommandParser.parse(text, Desk.REQUESTER_ON_RELAY, Language.CY)
                .map(command -> command.toString().replaceFirst("^.*\\$", ""))
                .orElse("none");
        assertEquals(expected, read, why);
        assertEquals(Optional.empty(), CommandParser.parse(text, Desk.REQUESTER_ON_RELAY), why);
    }
}
