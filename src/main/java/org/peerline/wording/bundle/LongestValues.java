package org.peerline.wording.bundle;

import java.util.Map;
import java.util.regex.Matcher;
import org.peerline.wording.Language;

/** The longest that the program or the roster will ever put between braces; a budget has to hold with these. */
public final class LongestValues {
    private static final Map<Language, Map<String, String>> VALUES = Map.of(
            Language.EN,
            values(
                    "Wed 25 Nov, 00:00 (start of day) UK time",
                    ": waiting for your OK",
                    ": agreed",
                    ": waiting for your OK to ",
                    ": call ",
                    "the specialty you asked for and the gender you asked for and the colleague from before"),
            Language.CY,
            values(
                    "Mercher 25 Chwef, 00:00 (dechrau'r dydd) amser y DU",
                    ": yn disgwyl eich OK",
                    ": wedi'i chytuno",
                    ": yn disgwyl eich OK i ddydd ",
                    ": galwad ddydd ",
                    "yr arbenigedd a nodwyd a hefyd y rhywedd a nodwyd a hefyd y cydweithiwr blaenorol"));

    private static Map<String, String> values(
            String when, String yourMove, String agreed, String yourOk, String call, String wish) {
        String one = "PS-7K3QXM Christopher";
        return Map.ofEntries(
                Map.entry("name", "Prof Christopher W"),
                Map.entry("earlier", "Prof Christopher W"),
                Map.entry("role", "consultant in emergency medicine"),
                Map.entry("reference", "PS-7K3QXM"),
                Map.entry("when", when),
                Map.entry("before", when),
                Map.entry("by", when),
                Map.entry("word", "CALL"),
                Map.entry("wish", wish),
                Map.entry("one", "ONE WISH"),
                Map.entry("other", "THE OTHER"),
                Map.entry("choices", "1 " + when + "\n2 " + when + "\n3 " + when),
                Map.entry("calls", String.join("\n", when + yourMove, when + agreed, when + agreed)),
                Map.entry(
                        "cases",
                        String.join(
                                "\n", one + yourOk + when, one + call + when, one + call + when, one + call + when)),
                Map.entry("days", "60"),
                // A list of up to 110 characters, and whose clock it is meant by.
                Map.entry("hours", "Mon-Fri 18:00-21:30; ".repeat(5) + "... (America/Argentina/Buenos_Aires)"),
                Map.entry("away", "Wed 23 Sep 2026 - Wed 30 Sep 2026; ".repeat(3) + "..."),
                Map.entry("room", "50"),
                Map.entry("open", "50"),
                Map.entry("cap", "500"),
                Map.entry("minutes", "10"),
                Map.entry("count", "100"),
                Map.entry("kept", "100 minutes"),
                Map.entry("code", "123456"),
                Map.entry("number", "07400 123456"),
                Map.entry("serviceNumber", "+447700900200"),
                Map.entry("helpline", "0330 123 1245"));
    }

    private LongestValues() {}

    /** The text as long as it gets. */
    public static String fill(String text, Language language) {
        return Bundle.PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = VALUES.get(language).get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("no longest value for {" + found.group(1) + "}");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    public static Map<String, String> of(Language language) {
        return VALUES.get(language);
    }
}
