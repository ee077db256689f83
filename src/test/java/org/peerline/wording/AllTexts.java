package org.peerline.wording;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.peerline.core.Reference;

/** The file of English texts as it is written, and all that {@link SmsTexts} makes of it with the longest values. */
final class AllTexts {
    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BUDGET = Pattern.compile("# budget: ([123])");
    private static final String WHEN = "Wed 25 Nov, 00:00 (start of day) UK time";

    /** The longest that the program or the roster will put there, by parameter name; names in GSM-7. */
    static final Map<String, Object> LONGEST = Map.ofEntries(
            Map.entry("name", "Prof Christopher W"),
            Map.entry("role", "consultant in emergency medicine"),
            Map.entry("reference", new Reference("PS-7K3QXM")),
            Map.entry("when", WHEN),
            Map.entry("before", WHEN),
            Map.entry("by", WHEN),
            Map.entry("word", "CALL"),
            Map.entry("choices", Collections.nCopies(3, WHEN)),
            Map.entry("calls", Collections.nCopies(3, WHEN + ": waiting for your OK")),
            Map.entry("days", 60),
            Map.entry("minutes", 10),
            Map.entry("code", "123456"),
            Map.entry("serviceNumber", "+447700900200"),
            Map.entry("number", "07400 123456"),
            Map.entry("helpline", "0330 123 1245"));

    /** A line of the file: its key, what it says, and how many segments it may take. */
    record Line(String key, String text, int budget) {
        Set<String> placeholders() {
            return PLACEHOLDER
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        boolean neutral() {
            return key.endsWith(".neutral");
        }

        String ordinaryKey() {
            return key.replaceFirst("\\.neutral$", "");
        }

        @Override
        public String toString() {
            return key;
        }
    }

    static List<Line> lines() throws IOException {
        String file = "/org/peerline/wording/texts_en.properties";
        try (var stream = SmsTexts.class.getResourceAsStream(file)) {
            var lines = new ArrayList<Line>();
            int budget = 2;
            for (String written : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                var stated = BUDGET.matcher(written);
                if (stated.matches()) {
                    budget = Integer.parseInt(stated.group(1));
                } else if (!written.isBlank() && !written.startsWith("#")) {
                    String[] sides = written.split("=", 2);
                    lines.add(new Line(sides[0], sides[1].replace("\\n", "\n").replace("\\u0020", " "), budget));
                    budget = 2;
                }
            }
            return lines;
        }
    }

    /** What every method of every subject says when it is given the longest values, by {@code subject.method}. */
    static Map<String, String> said(SmsTexts texts) {
        var said = new TreeMap<String, String>();
        try {
            for (var subject : SmsTexts.class.getDeclaredMethods()) {
                if (Modifier.isStatic(subject.getModifiers()) || subject.isSynthetic()) {
                    continue;
                }
                Object group = subject.invoke(texts);
                for (var method : group.getClass().getDeclaredMethods()) {
                    if (!method.isSynthetic() && !method.getName().equals("of")) {
                        Object[] values = Stream.of(method.getParameters())
                                .map(parameter -> LONGEST.get(parameter.getName()))
                                .toArray();
                        said.put(subject.getName() + "." + method.getName(), (String) method.invoke(group, values));
                    }
                }
            }
        } catch (ReflectiveOperationException broken) {
            throw new AssertionError(broken);
        }
        return said;
    }

    static String written(String name, List<?> lines) {
        var text = new StringBuilder();
        for (int number = 1; number <= lines.size(); number++) {
            text.append(number == 1 ? "" : "\n")
                    .append(name.equals("choices") ? number + " " : "")
                    .append(lines.get(number - 1));
        }
        return text.toString();
    }
}
