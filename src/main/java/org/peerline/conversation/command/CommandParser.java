package org.peerline.conversation.command;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.peerline.calls.time.CallTimeParser;
import org.peerline.sms.optout.OptOutWords;
import org.peerline.wording.Language;

/**
 * Reads a text as a command, or finds that it is none. The list is closed and a command is the whole text: whoever writes
 * one word more is talking to a person. Case, width, extra spaces and punctuation around the words never matter, except
 * that a question mark behind a word that would change something makes it a question ("OK?", "Done?"), which is
 * conversation.
 */
public final class CommandParser {
    private static final Pattern CALL_OR_MOVE =
            Pattern.compile("(call|move)(?:(?: to)?[ :,-]+(.+))?", CASE_INSENSITIVE);
    private static final Pattern POLITE_END =
            Pattern.compile("[ ,]+(?:please|pls|plz|thanks|thank you|thx)$", CASE_INSENSITIVE);
    private static final Pattern HELD = Pattern.compile(
            "HELD(?: (?:FOR )?"
                    + "(?:(\\d{1,9})(?: ?MIN| ?MINS| ?MINUTES?| ?M)?"
                    + "|(?:(\\d{1,2})|(AN?|ONE)|(HALF AN))(?: ?H| ?HRS?| ?HOURS?)(?: ?(?:AND )?(\\d{1,2})(?: ?M| ?MINS?| ?MINUTES)?)?))?");
    private static final Pattern CHOICE = Pattern.compile("[1-9]");
    private static final Pattern PAUSE_FOR =
            Pattern.compile("PAUSE (?:FOR )?([1-9]\\d?) ?(D|DAYS?|W|WKS?|WEEKS?|M|MONTHS?)");
    private static final Pattern PAUSE_UNTIL = Pattern.compile("pause (?:until|till|til) (.+)", CASE_INSENSITIVE);

    private static final Map<String, Command> QUESTIONS = Map.of(
            "GUIDE", new Command.ShowGuide(false),
            "INFO", new Command.ShowGuide(false),
            "HELP", new Command.ShowGuide(true));
    private static final Map<String, Command> RELAY_QUESTIONS =
            Map.of("CALLS", new Command.ListCalls(), "STATUS", new Command.AskStatus());
    private static final Map<String, Command> RELAY = Map.of(
            "OK", new Command.Accept(),
            "YES", new Command.Accept(),
            "NO", new Command.Decline(),
            "DROP", new Command.DropCall(),
            "DONE", new Command.EndConversation(),
            "I KNOW THIS PERSON", new Command.KnowThisPerson());
    private static final Map<String, Command> RELAY_PEER = Map.of(
            "PASS", new Command.PassRequest(),
            "MISSED", new Command.ReportMissed(),
            "MORE", new Command.WantMore(),
            "ENOUGH", new Command.HadEnough());
    private static final Map<String, Command> PEER_IN_NEED = Map.of("HELPME", new Command.WantSafeguarding());
    private static final Pattern HOURS =
            Pattern.compile("hours:? (.*\\d.*|any|any ?time|always|.*(?:-|to ).*)", CASE_INSENSITIVE);
    private static final Pattern ROOM = Pattern.compile("ROOM (?:FOR )?(\\d{1,4})");
    private static final Pattern CAP = Pattern.compile("CAP (?:OF )?(\\d{1,4})(?: A MONTH)?");
    private static final Pattern AWAY = Pattern.compile("away (?:on |from |for )?(.+)", CASE_INSENSITIVE);
    /** What is no time of a call: "2W", "21-28 Dec". */
    private static final Pattern DAYS_OR_LENGTH = Pattern.compile(
            "[1-9]\\d? ?(?:d|w|m|wks?|months?)|.*\\d ?- ?\\d.*|next week|.*\\p{L} ?- ?[\\d\\p{L}].*", CASE_INSENSITIVE);

    private static final Map<String, Command> OFFER = Map.of(
            "HOURS", new Command.ShowOffer(),
            "ROOM", new Command.ShowOffer(),
            "CAP", new Command.ShowOffer(),
            "AWAY", new Command.ShowOffer());
    private static final Map<String, Command> SERVICE_PEER =
            Map.of("PAUSE", new Command.Pause(), "BACK", new Command.Back());
    private static final Map<String, Command> SERVICE_REQUESTER = Map.of(
            "PEER", new Command.AskForPeer(),
            "REDO", new Command.Redo(),
            "LATER", new Command.Later(),
            "CYMRAEG", new Command.ChooseLanguage(Language.CY),
            "WELSH", new Command.ChooseLanguage(Language.CY),
            "ENGLISH", new Command.ChooseLanguage(Language.EN),
            "SAESNEG", new Command.ChooseLanguage(Language.EN),
            "NEUTRAL", new Command.HideSubject(),
            "NIWTRAL", new Command.HideSubject());

    private static final Set<String> YES_OR_NO = Set.of(
            ("ok okay okey oki k kk yes yep yeah yea yup ya y sure fine great perfect agreed absolutely definitely "
                            + "no nope nah n cannot can't cant not "
                            // In Welsh, too: to be asked once too often does no harm.
                            + "iawn ie ia gallaf medraf gwych na nage nac")
                    .split(" "));
    private static final Pattern LIKE_YES_OR_NO = Pattern.compile("(?:"
            + "o\\.k"
            + "|(?:that|it|this)(?: time)?(?:'s| is| should be| would be| will be)? "
            + "(?:works|suits|sounds|fine|good|ok|okay|great|perfect|does ?n[o']t|won't)"
            + "|(?:sounds|works|suits|looks) (?:good|great|fine|ok|okay|perfect|for me|me)"
            + "|i can(?:'t|not| not)? (?:do|make)"
            + "|happy (?:to|with)"
            + "|mae(?:'n| hynny'n| hynna'n) (?:iawn|addas|gyfleus|berffaith)|dim problem|ni allaf|(?:alla|fedra|galla) i ddim"
            + "|(?:sorry|unfortunately|afraid)[, ]+(?:but )?(?:no|not|i can't|i cannot|i'm not|can't)"
            + ")\\b.*");

    private CommandParser() {}

    public static Optional<Command> parse(String written, Desk desk) {
        return parse(written, desk, Language.EN);
    }

    /** @param language that the writer has chosen: it decides which words are times */
    public static Optional<Command> parse(String written, Desk desk, Language language) {
        return CommandLine.of(written).flatMap(line -> parse(line, desk, language));
    }

    private static Optional<Command> parse(CommandLine line, Desk desk, Language language) {
        String bare = line.bare();
        String words = line.words();
        boolean asked = line.asked();
        return switch (desk) {
            case REQUESTER_ON_RELAY ->
                onRelay(words, bare, asked, language)
                        .or(() -> found(Map.of("CHANGE", new Command.ChangePeer()), words, asked));
            case PEER_ON_RELAY ->
                onRelay(words, bare, asked, language)
                        .or(() -> found(PEER_IN_NEED, words, false))
                        .or(() -> found(RELAY_PEER, words, asked))
                        .or(() -> asked ? Optional.empty() : held(words));
            case REQUESTER_ON_SERVICE ->
                found(QUESTIONS, words, false).or(() -> found(SERVICE_REQUESTER, words, asked));
            case PEER_ON_SERVICE ->
                found(QUESTIONS, words, false)
                        .or(() -> found(PEER_IN_NEED, words, false))
                        .or(() -> found(Map.of("CASES", new Command.ListCases()), words, false))
                        .or(() -> found(Map.of("PEER", new Command.AskForPeer()), words, asked))
                        .or(() -> found(SERVICE_PEER, words, asked))
                        .or(() -> found(OFFER, words, false))
                        .or(() -> asked ? Optional.empty() : pause(words, bare).or(() -> offer(words, bare)));
        };
    }

    /** Whether a text is no command to either side of a conversation, no stop word and no answer: only words. */
    public static boolean isOnlyWords(String text) {
        return !text.isBlank()
                && CommandLine.of(text).filter(CommandParser::isACommand).isEmpty()
                && !yesOrNoAtTheBeginning(text)
                && !OptOutWords.isStop(text)
                && !OptOutWords.isStart(text);
    }

    private static boolean isACommand(CommandLine line) {
        return parse(line, Desk.PEER_ON_RELAY, Language.EN).isPresent()
                || Arrays.stream(Language.values())
                        .anyMatch(language ->
                                parse(line, Desk.REQUESTER_ON_RELAY, language).isPresent());
    }

    /**
     * Whether a text that is no command begins like an answer to an open proposal. It is never taken for one: it is
     * relayed, and its writer is asked for a plain OK or NO. "No worries" begins with a no and means a yes, which is why.
     */
    public static boolean yesOrNoAtTheBeginning(String text) {
        String line = CommandLine.bare(text).toLowerCase(Locale.ROOT);
        return YES_OR_NO.contains(firstWord(line))
                || LIKE_YES_OR_NO.matcher(line).matches();
    }

    private static String firstWord(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == '\'' || Character.isLetter(line.codePointAt(end)))) {
            end += Character.charCount(line.codePointAt(end));
        }
        return line.substring(0, end);
    }

    private static Optional<Command> onRelay(String words, String bare, boolean asked, Language language) {
        return found(QUESTIONS, words, false)
                .or(() -> found(RELAY_QUESTIONS, words, false))
                .or(() -> found(RELAY, words, asked))
                .or(() -> CHOICE.matcher(words).matches() && !asked
                        ? Optional.of(new Command.Choose(Integer.parseInt(words)))
                        : Optional.empty())
                .or(() -> callOrMove(bare, asked, language));
    }

    private static Optional<Command> found(Map<String, Command> list, String words, boolean asked) {
        return asked ? Optional.empty() : Optional.ofNullable(list.get(words));
    }

    private static Optional<Command> callOrMove(String bare, boolean asked, Language language) {
        Matcher matcher = CALL_OR_MOVE.matcher(bare);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean alone = matcher.group(2) == null;
        String when = alone ? "" : POLITE_END.matcher(matcher.group(2)).replaceAll("");
        if (alone
                ? asked
                : !(TimeHint.looksLikeATime(when, language) || CallTimeParser.speaksOfATime(when, language))) {
            return Optional.empty();
        }
        boolean call = matcher.group(1).equalsIgnoreCase("call");
        return Optional.of(call ? new Command.ProposeCall(when) : new Command.MoveCall(when));
    }

    private static Optional<Command> held(String words) {
        Matcher matcher = HELD.matcher(words);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Command.ReportHeld(minutes(matcher)));
    }

    private static OptionalInt minutes(Matcher held) {
        boolean inHours = Stream.of(2, 3, 4).anyMatch(group -> held.group(group) != null);
        if (!inHours) {
            return held.group(1) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(held.group(1)));
        }
        int hours = held.group(2) == null ? 1 : Integer.parseInt(held.group(2));
        int more = held.group(5) == null ? 0 : Integer.parseInt(held.group(5));
        return OptionalInt.of((held.group(4) == null ? hours * 60 : 30) + more);
    }

    private static Optional<Command> pause(String words, String bare) {
        Matcher until = PAUSE_UNTIL.matcher(bare);
        if (until.matches()) {
            String day = until.group(1);
            return TimeHint.looksLikeATime(day, Language.EN)
                    ? Optional.of(new Command.PauseUntil(day))
                    : Optional.empty();
        }
        Matcher length = PAUSE_FOR.matcher(words);
        if (!length.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(length.group(1));
        return Optional.of(new Command.PauseFor(
                switch (length.group(2).charAt(0)) {
                    case 'D' -> Period.ofDays(number);
                    case 'W' -> Period.ofWeeks(number);
                    default -> Period.ofMonths(number);
                }));
    }

    private static Optional<Command> offer(String words, String bare) {
        Matcher room = ROOM.matcher(words);
        if (room.matches()) {
            return Optional.of(new Command.SetRoom(Integer.parseInt(room.group(1))));
        }
        Matcher cap = CAP.matcher(words);
        if (cap.matches()) {
            return Optional.of(new Command.SetMonthlyCap(Integer.parseInt(cap.group(1))));
        }
        Matcher hours = HOURS.matcher(bare);
        if (hours.matches()) {
            return Optional.of(new Command.SetHours(hours.group(1)));
        }
        Matcher away = AWAY.matcher(bare);
        if (!away.matches()) {
            return Optional.empty();
        }
        String days = away.group(1);
        if (days.equalsIgnoreCase("NONE")) {
            return Optional.of(new Command.NotAway());
        }
        String plain = days.replaceAll("(?i)\\b(?:until|till|til)\\b", "to").replace(" - ", " to ");
        boolean looksLikeDays = TimeHint.looksLikeATime(plain, Language.CY)
                || DAYS_OR_LENGTH.matcher(days).matches();
        return looksLikeDays ? Optional.of(new Command.GoAway(days)) : Optional.empty();
    }
}
