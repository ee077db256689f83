package org.peerline.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How else a name may be written, and who may be meant by what stands in a list of people to avoid. */
final class NameSpellings {
    private static final Map<String, String> UMLAUTS =
            Map.of("\u00e4", "ae", "\u00f6", "oe", "\u00fc", "ue", "\u00c4", "Ae", "\u00d6", "Oe", "\u00dc", "Ue");

    /** "JA" beside a name in small letters is two initials, not a first name. */
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}.'-])(\\p{Lu})(\\p{Lu})(\\p{Lu}?)(?![\\p{L}'-])");

    private static final Set<String> NO_INITIALS = Set.of("DR", "MR", "MS", "MX", "MBE", "OBE", "CBE", "MD");

    /** What stands behind these says where or whose somebody is, and not what they are called. */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?i)\\s*\\(|\\s+(?:from|at|in|of|on|who|whose|with|working|works|yn|yng)\\b|['\u2019]s\\s");

    private static final Pattern SEVERAL = Pattern.compile("(?i)\\s*[/&+;]\\s*|\\s+(?:and|or|neu)\\s+");
    private static final String TITLE = "(?:drs?|doctor|mrs?|ms|miss|mx|prof|professor)\\b\\.?";
    private static final Pattern TITLE_LATER = Pattern.compile("(?i)^.+[\\s,](?=" + TITLE + "\\s*\\p{L})");
    private static final Pattern TITLED_BEFORE_COMMA = Pattern.compile("(?i)^\\s*" + TITLE + "[^,]*(?=,)");

    private NameSpellings() {}

    /** The name as it is written first, then as others may write it. */
    static List<String> of(String name) {
        var spellings = new LinkedHashSet<String>(List.of(name));
        String apart = name;
        for (var umlaut : UMLAUTS.entrySet()) {
            apart = apart.replace(umlaut.getKey(), umlaut.getValue());
        }
        spellings.add(apart);
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            spellings.add(INITIALS.matcher(name).replaceAll(NameSpellings::oneByOne));
        }
        return List.copyOf(spellings);
    }

    private static String oneByOne(MatchResult run) {
        return NO_INITIALS.contains(run.group())
                ? run.group()
                : (run.group(1) + ' ' + run.group(2) + ' ' + run.group(3)).strip();
    }

    /** Whoever may be meant: the whole, and each name in it without what is said about them. */
    static Set<String> meantBy(String written) {
        var meant = new LinkedHashSet<String>(List.of(written));
        for (String part : SEVERAL.split(written)) {
            var names = new ArrayList<String>(List.of(part));
            Matcher before = TITLED_BEFORE_COMMA.matcher(part);
            if (before.find()) {
                names.add(before.group());
            }
            Matcher later = TITLE_LATER.matcher(part);
            if (later.find()) {
                names.add(part.substring(later.end()));
            }
            names.forEach(name -> meant.add(withoutDescription(name)));
        }
        meant.removeIf(String::isBlank);
        return meant;
    }

    private static String withoutDescription(String name) {
        Matcher description = DESCRIPTION.matcher(name);
        return description.find() && description.start() > 0 ? name.substring(0, description.start()) : name;
    }
}
