package org.peerline.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;
import org.peerline.calls.time.CallTimeWords;
import org.peerline.dialogue.Dialogue.Line;
import org.peerline.dialogue.Stage.Received;
import org.peerline.wording.Language;

/** Plays a transcript on a stage and checks it line by line. A text that stands nowhere in it fails it. */
final class DialoguePlayer {
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Pattern PEER = Pattern.compile("peer (\\w+): ([^,]+), ([^,]+)(?:, (.+))?");
    private static final Pattern OPENED =
            Pattern.compile("phone line opens for (\\w+): ([^,]+), ([^,]+?)(, neutral)?(, Welsh)?");
    private static final Pattern TIME = Pattern.compile("time passes: (\\d+) (minute|hour|day)s?");
    private static final Pattern TASK = Pattern.compile("coordinator sees: (\\w+)");
    private static final Pattern TOKEN = Pattern.compile(
            "\\{(?:(?<cy>cy )?(?<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<clock>\\d\\d:\\d\\d)|in (?<ahead>\\d+) days"
                    + "|(?<name>reference\\d?))}");
    private static final Map<String, DayOfWeek> DAYS = List.of(DayOfWeek.values()).stream()
            .collect(Collectors.toMap(
                    day -> day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT), day -> day));

    private final Stage stage;
    private final Map<String, String> phones = new LinkedHashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Integer> read = new HashMap<>();
    private final Map<String, String> lastFrom = new HashMap<>();
    private final Map<String, String> bound = new HashMap<>();
    private Instant began;
    private boolean crossing;

    DialoguePlayer(Stage stage) {
        this.stage = stage;
    }

    void play(Dialogue dialogue) {
        stage.begin();
        began = stage.now();
        lines.put("service", stage.serviceNumber());
        phones.put("oncall", Stage.ON_CALL);
        read.put("oncall", stage.on(Stage.ON_CALL).size());
        for (Line line : dialogue.lines()) {
            try {
                play(line.written());
            } catch (TestAbortedException elsewhere) {
                throw elsewhere;
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError(dialogue + ", " + line + "\n" + wrong.getMessage(), wrong);
            }
        }
        try {
            nobodyHasAnUnreadText();
        } catch (AssertionError wrong) {
            throw new AssertionError(dialogue + ", at its end\n" + wrong.getMessage(), wrong);
        }
    }

    private void play(String written) {
        Matcher text = Dialogue.text().matcher(written);
        Matcher peer = PEER.matcher(written);
        Matcher opened = OPENED.matcher(written);
        Matcher time = TIME.matcher(written);
        Matcher task = TASK.matcher(written);
        if (text.matches()) {
            text(text.group(1), text.group(2), text.group(3) == null ? "" : text.group(3));
        } else if (peer.matches()) {
            String fullName = peer.group(4) == null ? peer.group(2) + "ightingale" : peer.group(4);
            stage.peer(phone(peer.group(1)), peer.group(2), fullName.replaceFirst("^(?:Dr|Prof) ", ""), peer.group(3));
        } else if (opened.matches()) {
            stage.open(
                    phone(opened.group(1)),
                    opened.group(2),
                    opened.group(3),
                    opened.group(4) != null,
                    opened.group(5) != null ? "cy" : "en");
        } else if (time.matches()) {
            nobodyHasAnUnreadText();
            long number = Long.parseLong(time.group(1));
            stage.pass(
                    switch (time.group(2)) {
                        case "minute" -> Duration.ofMinutes(number);
                        case "hour" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    });
        } else if (task.matches()) {
            List<String> seen = stage.tasksSince(began);
            assertTrue(seen.contains(task.group(1)), "the coordinator sees " + seen);
        } else if (written.equals("the next two texts cross")) {
            crossing = true;
        } else if (written.equals("coordinator closes the request")) {
            stage.closeAll();
        } else {
            throw new AssertionError("nobody understands this line");
        }
    }

    private void text(String who, String toWhom, String body) {
        boolean fromUs = toWhom != null && isOurs(who);
        if (fromUs) {
            receives(toWhom, who, body);
        } else {
            nobodyHasAnUnreadText();
            String to = toWhom != null ? line(toWhom) : lastFrom.getOrDefault(who, stage.serviceNumber());
            if (crossing) {
                crossing = false;
                stage.textAhead(phone(who), to, filled(body));
            } else {
                stage.text(phone(who), to, filled(body));
            }
        }
    }

    /** Our numbers are called service and relay, relay2, ... */
    private static boolean isOurs(String name) {
        return name.equals("service") || name.startsWith("relay");
    }

    private String line(String name) {
        String number = lines.get(name);
        if (number == null) {
            throw new AssertionError("nobody has been texted from " + name + " yet");
        }
        return number;
    }

    private void receives(String who, String from, String expected) {
        int at = read.getOrDefault(who, 0);
        List<Received> all = stage.on(phone(who), at + 1);
        assertTrue(all.size() > at, who + " received nothing");
        Received text = all.get(at);
        read.put(who, at + 1);
        lastFrom.put(who, text.from());
        assertMatches(expected, text.body());
        String known = lines.putIfAbsent(from, text.from());
        if (known != null) {
            assertEquals(known, text.from(), "the number that it comes from");
        }
    }

    /** Exactly, but for what only this run can know; three dots at the end stand for the rest. */
    private void assertMatches(String expected, String body) {
        var pattern = new StringBuilder();
        Matcher token = TOKEN.matcher(expected);
        int from = 0;
        String learns = null;
        while (token.find()) {
            pattern.append(Pattern.quote(expected.substring(from, token.start())));
            String name = token.group("name");
            if (name != null && !bound.containsKey(name)) {
                pattern.append("(PS-[0-9A-Z]{6})");
                learns = name;
            } else {
                pattern.append(Pattern.quote(filled(token.group())));
            }
            from = token.end();
        }
        String rest = expected.substring(from);
        boolean open = rest.endsWith("...");
        pattern.append(Pattern.quote(open ? rest.substring(0, rest.length() - 3) : rest))
                .append(open ? ".*" : "");
        Matcher found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(body);
        if (!found.matches()) {
            assertEquals(filled(expected), body);
        }
        if (learns != null) {
            bound.put(learns, found.group(1));
        }
    }

    private String filled(String written) {
        return TOKEN.matcher(written).replaceAll(token -> Matcher.quoteReplacement(value((Matcher) token)));
    }

    private String value(Matcher token) {
        ZonedDateTime now = stage.now().atZone(UK);
        if (token.group("name") != null) {
            return bound.getOrDefault(token.group("name"), token.group());
        }
        if (token.group("ahead") != null) {
            LocalDate day = now.toLocalDate().plusDays(Long.parseLong(token.group("ahead")));
            String pattern = day.getYear() == now.getYear() ? "EEE d MMM" : "EEE d MMM uuuu";
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
        }
        LocalTime clock = LocalTime.parse(token.group("clock"));
        ZonedDateTime at = now.with(TemporalAdjusters.nextOrSame(DAYS.get(token.group("day"))))
                .with(clock);
        ZonedDateTime next = at.isAfter(now) ? at : at.plusWeeks(1);
        return new CallTimeWords().ukTime(next, token.group("cy") != null ? Language.CY : Language.EN);
    }

    private String phone(String name) {
        return phones.computeIfAbsent(name, somebodyNew -> stage.newNumber());
    }

    private void nobodyHasAnUnreadText() {
        phones.forEach((name, number) -> assertEquals(
                List.of(),
                stage.on(number).stream()
                        .skip(read.getOrDefault(name, 0))
                        .map(Received::body)
                        .toList(),
                "texts to " + name + " that stand nowhere"));
    }
}
