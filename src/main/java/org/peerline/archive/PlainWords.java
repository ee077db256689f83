package org.peerline.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The codes of the audit as a person reads them. */
final class PlainWords {
    private static final Map<String, String> DID = Map.ofEntries(
            Map.entry("REQUESTER_READ", "read your name, your number and your role"),
            Map.entry("PEER_READ", "read your entry on the roster"),
            Map.entry("THREAD_READ", "read your conversation"),
            Map.entry("REQUEST_READ", "saw where your request stood, without your name"),
            Map.entry("MESSAGE_WRITTEN", "wrote a text in your conversation"),
            Map.entry("CALL_READ", "looked at a call of yours"),
            Map.entry("MESSAGE_READ", "looked at what became of a text of yours, without its words"),
            Map.entry("INBOUND_TEXT_READ", "looked at a text of yours that we had not understood, without its words"),
            Map.entry("TASK_READ", "looked at a task about you"),
            Map.entry("CALENDAR_READ", "had your calendar feed read by a calendar program"),
            Map.entry("OTHER_ENTRIES_READ", "looked whether other entries are yours"),
            Map.entry("AUDIT_READ", "read the record of what was done about you"),
            Map.entry("REQUESTER_RECOGNISED", "asked whether you had been here before"),
            Map.entry("TRAIL_READ", "read who has seen your details"),
            Map.entry(
                    "PERSON_EXPORTED", "took a copy of everything held about you, without the words of conversations"),
            Map.entry(
                    "PERSON_EXPORTED_WITH_WORDS",
                    "took a copy of everything held about you, with the words of conversations"),
            Map.entry("PERSON_ERASED", "erased what was held about you"),
            Map.entry("LEGAL_HOLD_PLACED", "ordered that nothing about you be removed for now"),
            Map.entry("LEGAL_HOLD_LIFTED", "ended the order that nothing about you be removed"),
            Map.entry("REQUEST_OPENED", "opened your request"),
            Map.entry("REQUEST_CLOSED", "closed your request"),
            Map.entry("PEER_ASSIGNED", "put you in touch with a colleague"),
            Map.entry("ASSIGNMENT_ENDED", "ended a conversation of yours"),
            Map.entry("DETAILS_SENT_AGAIN", "had the details of your peer supporter sent to you again"),
            Map.entry("REASSIGNED", "gave your request to another peer"),
            Map.entry("PEER_REGISTERED", "put you on the roster"),
            Map.entry("PEER_CHANGED", "changed your entry on the roster"),
            Map.entry("HELP_TEXTED", "texted HELP"),
            Map.entry("CRISIS_PHRASE", "texted a phrase of the crisis list"),
            Map.entry("STOPPING_MENTIONED", "wrote something that may have meant that you want no more texts"),
            Map.entry("OPTED_OUT", "opted out of texts"),
            Map.entry("SAFEGUARDING_WANTED", "asked for the safeguarding lead"),
            Map.entry("MESSAGE_RETRIED", "had a text sent again"),
            Map.entry("SESSION_OPENED", "signed in"),
            Map.entry("SESSION_CLOSED", "signed out"),
            Map.entry("OPTED_IN", "wanted texts again"),
            Map.entry("PRIVACY_AGREED", "agreed to what is kept about you"),
            Map.entry("FIRST_TEXT_RELAYED", "wrote the first text of your conversation"),
            Map.entry("FIRST_WORD_BY_PHONE", "noted by phone, for you, what was the first word of your conversation"),
            Map.entry("FIRST_ANSWER_RELAYED", "answered your first text"),
            Map.entry("REQUESTER_NUDGED", "reminded you that your peer supporter waits for your first text"),
            Map.entry("PEER_NUDGED", "reminded you that somebody waits for your first answer"),
            Map.entry("ANOTHER_PEER_OFFERED", "offered you another peer supporter"),
            Map.entry("CALL_PROPOSED", "suggested a time for a call of yours"),
            Map.entry("CALL_AGREED", "agreed to the time of a call of yours"),
            Map.entry("CALL_DECLINED", "said no to a time for a call of yours"),
            Map.entry("CALL_COUNTERED", "answered a suggested time for a call of yours with another one"),
            Map.entry("CALL_CANCELLED", "called off a call of yours"),
            Map.entry("CALL_LAPSED", "let a suggested time for a call of yours pass"),
            Map.entry("CALL_HELD", "noted that a call of yours took place"),
            Map.entry("CALL_MISSED", "noted that a call of yours did not take place"),
            Map.entry("CALL_CONNECTED", "rang, and was put through to the other side of a call of yours"),
            Map.entry("PEER_PAUSED", "paused your taking part"),
            Map.entry("PEER_RESUMED", "ended the pause of your taking part"),
            Map.entry("PEER_RETIRED", "took you off the roster"),
            Map.entry("PEER_CAME_BACK", "put you back on the roster"),
            Map.entry("PEER_EXPORTED", "took the roster as a file, with your entry in it"),
            Map.entry("CALENDAR_OPENED", "made an address for your calendar feed"),
            Map.entry("CALENDAR_CLOSED", "closed the address of your calendar feed"),
            Map.entry("MESSAGE_RETRIED_IN_DOUBT", "had a text sent again that may have gone out already"),
            Map.entry("MESSAGE_GIVEN_UP", "settled that a text had not arrived"),
            Map.entry("INBOUND_TEXT_RETRIED", "had a text of yours read again that we had not understood"),
            Map.entry("TASK_DONE", "marked a task about you as dealt with"),
            Map.entry("SAFEGUARDING_NOT_REACHED", "could not reach the safeguarding lead for you"));

    private static final Map<String, String> BECAUSE = Map.of(
            "SUBJECT_REQUEST", "you asked for it",
            "COMPLAINT", "a complaint was looked into",
            "LEGAL_DUTY", "the law asked for it",
            "HELD_IN_ERROR", "it had been held by mistake",
            "RETENTION", "the time for keeping it was over");

    private static final Map<String, String> ROLES = Map.of(
            "ADMIN", "an administrator",
            "COORDINATOR", "a coordinator",
            "INTAKE", "a call handler at the phone line",
            "PEER", "a peer supporter",
            "SAFEGUARDING", "the safeguarding lead",
            "AUDITOR", "an auditor");

    private PlainWords() {}

    static String who(String kind, String roles, String keyName, boolean self) {
        if (self) {
            return "You";
        }
        return switch (kind) {
            case "PEER" -> "The peer supporter";
            case "REQUESTER" -> "The colleague you support";
            case "ADMIN_KEY" -> "An administrator with the first key";
            case "SERVICE" -> "The service itself";
            default -> capital(inRoles(roles)) + (keyName == null ? "" : " (key \"" + keyName + "\")");
        };
    }

    private static String inRoles(String roles) {
        return roles == null || roles.isEmpty()
                ? "a member of staff"
                : Arrays.stream(roles.split(","))
                        .map(role -> ROLES.getOrDefault(role, "a member of staff"))
                        .collect(Collectors.joining(" and "));
    }

    static String did(String action) {
        return DID.getOrDefault(action, "did this: " + words(action));
    }

    static String because(String purpose) {
        return BECAUSE.getOrDefault(purpose, words(purpose));
    }

    private static String words(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
