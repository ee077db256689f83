package org.peerline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.assignments.EndReason;
import org.peerline.audit.Actor;
import org.peerline.calls.negotiation.Agreement;
import org.peerline.calls.negotiation.CallStatus;
import org.peerline.core.Gender;
import org.peerline.core.Party;
import org.peerline.core.Subject;
import org.peerline.intake.rest.Reassigning;
import org.peerline.matching.Need;
import org.peerline.matching.ReasonCode;
import org.peerline.peers.ImportPeers;
import org.peerline.peers.PeerStatus;
import org.peerline.requests.Outcome;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.profile.Ethnicity;
import org.peerline.requests.waiting.WaitingReason;
import org.peerline.sms.outbox.MessageStatus;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.wording.Language;

class WordsTest {
    private static final Pattern USED = Pattern.compile("say\\(\\s*['\"]([^'\"]+)['\"]\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static final Map<String, List<Enum<?>[]>> CODES = Map.ofEntries(
            Map.entry("status", List.<Enum<?>[]>of(RequestStatus.values())),
            Map.entry("outcome", List.<Enum<?>[]>of(Outcome.values())),
            Map.entry("waiting", List.<Enum<?>[]>of(WaitingReason.values())),
            Map.entry("gender", List.<Enum<?>[]>of(Gender.values())),
            Map.entry("ethnicity", List.<Enum<?>[]>of(Ethnicity.values())),
            Map.entry("role", List.<Enum<?>[]>of(Role.values())),
            Map.entry("peer", List.<Enum<?>[]>of(PeerStatus.values())),
            Map.entry("task", List.<Enum<?>[]>of(TaskKind.values())),
            Map.entry("call", List.<Enum<?>[]>of(CallStatus.values())),
            Map.entry("message", List.<Enum<?>[]>of(MessageStatus.values())),
            Map.entry("kind", List.<Enum<?>[]>of(TextKind.values())),
            Map.entry("actor", List.<Enum<?>[]>of(Actor.Kind.values())),
            Map.entry("subject", List.<Enum<?>[]>of(Subject.Kind.values())),
            Map.entry("party", List.<Enum<?>[]>of(Recipient.Role.values())),
            Map.entry("via", List.<Enum<?>[]>of(Agreement.Via.values())),
            Map.entry("reason", List.<Enum<?>[]>of(ReasonCode.values())),
            Map.entry("wish", List.<Enum<?>[]>of(Need.Wish.values())),
            Map.entry("effect", List.<Enum<?>[]>of(ImportPeers.Effect.values())),
            Map.entry(
                    "detail",
                    List.<Enum<?>[]>of(
                            Outcome.values(),
                            EndReason.values(),
                            ReasonCode.values(),
                            Reassigning.Reason.values(),
                            SupportRequest.OpenedThrough.values(),
                            Agreement.Via.values(),
                            Party.values())));

    private static final List<String> ROOMS_OF_A_REQUEST =
            List.of("assignments", "calls/negotiation", "conversation", "intake", "relay");
    private static final Pattern RECORDED = Pattern.compile("\\brecord\\([^;\"]*\"([A-Z_]{5,})\"[^;]*;");
    private static final Pattern OTHER_SUBJECT = Pattern.compile("Kind\\.(?!REQUEST\\b|ASSIGNMENT\\b|CALL\\b)");

    @Test
    void every_line_is_there_in_both_languages_with_the_same_places_to_fill() {
        assertEquals(
                new TreeSet<>(Words.in(Language.EN).keys()),
                new TreeSet<>(Words.in(Language.CY).keys()));
        for (String key : Words.in(Language.EN).keys()) {
            assertEquals(places(Language.EN, key), places(Language.CY, key), key);
        }
    }

    @Test
    void no_line_is_there_twice() throws IOException {
        for (String file : List.of("console_en.properties", "console_cy.properties")) {
            var seen = new TreeSet<String>();
            var twice = new TreeSet<String>();
            for (String line : Files.readAllLines(Path.of("src/main/resources/org/peerline/console", file))) {
                String key = line.split("=", 2)[0];
                if (line.contains("=") && !seen.add(key)) {
                    twice.add(key);
                }
            }
            assertEquals(new TreeSet<>(), twice, file);
        }
    }

    @Test
    void every_line_that_a_page_says_is_there() throws IOException {
        var missing = new TreeSet<String>();
        var used = new TreeSet<String>();
        for (String where : List.of("src/main/resources/templates/console", "src/main/java/org/peerline/console")) {
            try (Stream<Path> files = Files.walk(Path.of(where))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher found = USED.matcher(Files.readString(file));
                    while (found.find()) {
                        used.add(found.group(1));
                    }
                }
            }
        }
        assertFalse(used.isEmpty());
        used.stream().filter(key -> Words.in(Language.EN).known(key).isEmpty()).forEach(missing::add);
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void every_code_that_people_choose_or_read_has_a_line() {
        var missing = new TreeSet<String>();
        CODES.forEach((kind, enums) -> enums.stream()
                .flatMap(Arrays::stream)
                .map(value -> kind + "." + value.name())
                .filter(key -> Words.in(Language.EN).known(key).isEmpty())
                .forEach(missing::add));
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void everything_that_is_recorded_about_a_request_has_a_line_in_its_timeline() throws IOException {
        var actions = new TreeSet<String>();
        Arrays.stream(CallStatus.values()).forEach(status -> actions.add("CALL_" + status));
        for (String room : ROOMS_OF_A_REQUEST) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/peerline", room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    RECORDED.matcher(Files.readString(file))
                            .results()
                            .filter(call -> !OTHER_SUBJECT.matcher(call.group()).find())
                            .forEach(call -> actions.add(call.group(1)));
                }
            }
        }
        assertTrue(actions.contains("REQUEST_OPENED"), "the look for what is recorded finds something");
        actions.removeIf(action -> action.endsWith("_READ")
                || action.equals("REQUESTER_NOT_RECOGNISED") // about who asked
                || Words.in(Language.EN).known("event." + action).isPresent());
        assertEquals(new TreeSet<>(), actions);
    }

    private static TreeSet<String> places(Language language, String key) {
        var places = new TreeSet<String>();
        Matcher found = PLACE.matcher(Words.in(language).known(key).orElseThrow());
        while (found.find()) {
            places.add(found.group());
        }
        return places;
    }
}
