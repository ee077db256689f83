package org.peerline.wording.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.peerline.wording.Language;

/**
 * The lines of one language as they come with the service: what each says, how many segments it may take and what it may
 * never leave out.
 */
public final class Bundle {
    /** Ends the key of what a requester on a shared phone gets instead. */
    public static final String NEUTRAL = ".neutral";

    public static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final int USUAL_BUDGET = 2;
    private static final Pattern BUDGET = Pattern.compile("# budget: ([123])");
    private static final Pattern SAYS = Pattern.compile("# says: (.+)");

    private static final Bundle ENGLISH = read("texts_en.properties", Optional.empty());
    private static final Bundle WELSH = read("texts_cy.properties", Optional.of(ENGLISH));

    private final Map<String, Line> lines;
    private final Set<String> own;

    private Bundle(Map<String, Line> lines, Set<String> own) {
        this.lines = Collections.unmodifiableMap(lines);
        this.own = Set.copyOf(own);
    }

    /**
     * One text.
     *
     * @param budget the most segments it may take with the longest values
     * @param says what every wording of it has to contain
     */
    public record Line(String text, int budget, List<String> says) {
        public Line {
            says = List.copyOf(says);
        }

        /** The names between braces. */
        public Set<String> placeholders() {
            return placeholdersOf(text);
        }
    }

    public static Bundle of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case CY -> WELSH;
        };
    }

    public static Set<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By key, in the order of the file; where the language has no line of its own, the English one. */
    public Map<String, Line> lines() {
        return lines;
    }

    /** The keys that the language's own file has. */
    public Set<String> ownKeys() {
        return own;
    }

    private static Bundle read(String file, Optional<Bundle> otherwise) {
        try (var stream = Bundle.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no " + file);
            }
            return read(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    otherwise);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Bundle read(List<String> written, Optional<Bundle> otherwise) throws IOException {
        var lines = new LinkedHashMap<String, Line>(otherwise.map(Bundle::lines).orElse(Map.of()));
        var own = new TreeSet<String>();
        Optional<Integer> budget = Optional.empty();
        List<String> says = new ArrayList<>();
        for (String one : written) {
            var stated = BUDGET.matcher(one);
            var said = SAYS.matcher(one);
            if (stated.matches()) {
                budget = Optional.of(Integer.valueOf(stated.group(1)));
            } else if (said.matches()) {
                says.addAll(List.of(said.group(1).split(", *")));
            } else if (!one.isBlank() && !one.startsWith("#")) {
                var pair = new Properties();
                pair.load(new StringReader(one));
                String key = pair.stringPropertyNames().iterator().next();
                Optional<Line> english = otherwise.map(bundle -> bundle.lines().get(key));
                lines.put(
                        key,
                        new Line(
                                pair.getProperty(key),
                                budget.orElse(english.map(Line::budget).orElse(USUAL_BUDGET)),
                                says.isEmpty() ? english.map(Line::says).orElse(List.of()) : says));
                if (!own.add(key)) {
                    throw new IllegalStateException(key + " stands there twice");
                }
                budget = Optional.empty();
                says = new ArrayList<>();
            }
        }
        return new Bundle(lines, own);
    }
}
