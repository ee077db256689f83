package org.peerline.wording.bundle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.peerline.wording.Language;

/** The lines of the texts files, with their placeholders filled in. */
public final class Phrases {
    private static final Pattern TITLE =
            Pattern.compile("^(?:Dr|Doctor|Prof|Professor|Mr|Mrs|Ms|Miss|Mx)\\.? +(?=\\S)");
    private static final Set<String> NAMES = Set.of("name", "earlier");
    private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}\\p{Ll}.*");

    private final Map<String, String> lines;
    private final boolean neutral;

    public Phrases(Language language, boolean neutral) {
        this.lines = Wordings.in(language);
        this.neutral = neutral;
    }

    /** @param namesAndValues in turn, as many as the line has placeholders, or more */
    public String say(String key, String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        if (neutral) {
            // "Dr" on a locked screen says more than a first name.
            values.replaceAll((which, value) ->
                    NAMES.contains(which) ? TITLE.matcher(value).replaceFirst("") : value);
        }
        return Bundle.PLACEHOLDER.matcher(line(key)).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("no value for {" + found.group(1) + "} of " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** One line a choice, with the number that answers it in front. */
    public static String numbered(List<String> choices) {
        return IntStream.range(0, choices.size())
                .mapToObj(index -> (index + 1) + " " + choices.get(index))
                .collect(Collectors.joining("\n"));
    }

    /** "Foundation doctor" is "foundation doctor" inside a sentence; "GP" and "F1 doctor" stay. */
    public static String insideASentence(String role) {
        return CAPITALISED.matcher(role).matches() ? Character.toLowerCase(role.charAt(0)) + role.substring(1) : role;
    }

    private String line(String key) {
        String ordinary = lines.get(key);
        String line = neutral ? lines.getOrDefault(key + Bundle.NEUTRAL, ordinary) : ordinary;
        if (line == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return line;
    }

    /** Eight characters that stand for the exact wording of a line. */
    public String mark(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(line(key).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
