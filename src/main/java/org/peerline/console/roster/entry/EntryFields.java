package org.peerline.console.roster.entry;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.peerline.console.Shell;

/** The fields of a peer's entry, each with its words, what stands in it and what is wrong with it. */
public final class EntryFields {
    private static final Pattern NOT_IN_AN_ID = Pattern.compile("[^A-Za-z0-9_-]");
    private static final int LONGEST_NAME = 60;

    private final Shell w;
    private final EntryForm form;
    private final Map<String, String> faults;

    EntryFields(Shell w, EntryForm form, Map<String, String> faults) {
        this.w = w;
        this.form = form;
        this.faults = faults;
    }

    /**
     * One field.
     *
     * @param hint empty where there is none
     * @param fault empty while nothing is wrong
     * @param type of the input
     * @param most how many characters
     */
    public record Field(String name, String label, String hint, String value, String fault, String type, int most) {
        public String id() {
            return NOT_IN_AN_ID.matcher(name).replaceAll("-");
        }

        public boolean wrong() {
            return !fault.isEmpty();
        }

        /** What a screen reader says with it. */
        public String describedBy() {
            return Stream.of(hint.isEmpty() ? "" : id() + "-hint", fault.isEmpty() ? "" : id() + "-fault")
                    .filter(part -> !part.isEmpty())
                    .reduce((one, other) -> one + " " + other)
                    .orElse("");
        }
    }

    public List<Field> who() {
        return List.of(
                field("displayName", "text", 40),
                field("fullName", "text", 100),
                field("mobileNumber", "tel", 40),
                field("gmcNumber", "text", 7),
                field("jobRole", "text", 60),
                field("specialty", "text", 80),
                field("region", "text", 100));
    }

    public List<Field> howMuch() {
        return List.of(field("capacity", "number", 3), field("monthlyCap", "number", 3));
    }

    public Field timeZone() {
        return field("timeZone", "text", 60);
    }

    public Field employers() {
        return field("employers", "text", 0);
    }

    public Field gender() {
        return field("gender", "text", 0);
    }

    public boolean anyTime() {
        return !"these".equals(form.of("hours"));
    }

    public Field hours() {
        return field("hours", "radio", 0);
    }

    public List<Field> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> field("hours." + day, name(day), "text", 120))
                .toList();
    }

    /** From and to, for each time away. */
    public List<List<Field>> away() {
        return IntStream.range(0, form.awayRows())
                .mapToObj(row -> List.of(
                        field("away." + row + ".from", w.say("entry.away.from", row + 1), "date", 10),
                        field("away." + row + ".to", w.say("entry.away.to", row + 1), "date", 10)))
                .toList();
    }

    /** What was sent and has no place here: its name and what is wrong with it, and never what stood in it. */
    public List<Field> strays() {
        Set<String> known = onThePage().map(Field::name).collect(Collectors.toSet());
        return faults.keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> new Field(name, shortly(name), "", "", w.fault(faults.get(name)), "", 0))
                .toList();
    }

    /** All that is wrong, in the order of the page. */
    public List<Field> wrong() {
        return Stream.concat(strays().stream(), onThePage().filter(Field::wrong))
                .toList();
    }

    private Stream<Field> onThePage() {
        return Stream.of(
                        who().stream(),
                        Stream.of(gender(), employers()),
                        howMuch().stream(),
                        Stream.of(hours()),
                        days().stream(),
                        Stream.of(timeZone()),
                        away().stream().flatMap(List::stream))
                .flatMap(fields -> fields);
    }

    public String version() {
        return form.of("version");
    }

    private static String shortly(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(w.lang()));
    }

    private Field field(String name, String type, int most) {
        return field(name, w.say("entry." + name), type, most);
    }

    private Field field(String name, String label, String type, int most) {
        return new Field(
                name,
                label,
                w.known("entry." + name + ".hint").orElse(""),
                form.of(name),
                faults.containsKey(name) ? w.fault(faults.get(name)) : "",
                type,
                most);
    }

    @Override
    public String toString() {
        return "EntryFields";
    }
}
