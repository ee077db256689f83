package org.peerline.wording.override;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.peerline.wording.Language;
import org.peerline.wording.bundle.Bundle;
import org.peerline.wording.bundle.LongestValues;
import org.peerline.wording.bundle.TellingWords;
import org.peerline.wording.bundle.TextLength;

/** What a line of one's own has to keep to, so that no text loses its sense, its safety or its secrecy. */
final class WordingRule {
    private static final Set<String> TO_PEERS_ONLY =
            Set.of("peers.", "roster.", "guide.peer", "relay.first", "relay.headingWith");
    private static final Set<String> TO_OTHERS =
            Set.of("frontDoor.", "safety.page", "safety.crisisPeer", "safety.helpMe", "safety.onCall");

    private WordingRule() {}

    /** What is wrong with {@code key}, as the rest of a sentence that begins with it; empty when nothing is. */
    static Optional<String> fault(Language language, String key, Map<String, String> own) {
        Bundle bundle = Bundle.of(language);
        String text = own.get(key);
        Bundle.Line line = lineFor(bundle, key);
        if (line == null) {
            return Optional.of("is no text of ours");
        }
        if (text.isBlank()) {
            return Optional.of("says nothing");
        }
        var missing = new TreeSet<>(line.placeholders());
        missing.removeAll(Bundle.placeholdersOf(text));
        if (!missing.isEmpty()) {
            return Optional.of("lacks {" + missing.first() + "}");
        }
        var unknown = new TreeSet<>(Bundle.placeholdersOf(text));
        unknown.removeAll(line.placeholders());
        if (!unknown.isEmpty()) {
            return Optional.of("may not name {" + unknown.first() + "}");
        }
        if (text.replaceAll("\\{\\w+}", "").matches("(?s).*[{}].*")) {
            return Optional.of("has a brace that belongs to nothing");
        }
        Optional<String> unsaid =
                line.says().stream().filter(words -> !text.contains(words)).findFirst();
        if (unsaid.isPresent()) {
            return Optional.of("has to say \"" + unsaid.get() + "\"");
        }
        int segments = TextLength.segments(LongestValues.fill(text, language));
        if (segments > line.budget()) {
            return Optional.of(
                    "takes " + segments + " segments with the longest values, and may take " + line.budget());
        }
        return tells(key, text, own, bundle)
                ? Optional.of("is also said on shared phones, where it would tell what it is about"
                        + (key.endsWith(Bundle.NEUTRAL) ? "" : "; give it a second line " + key + Bundle.NEUTRAL))
                : Optional.empty();
    }

    /** A neutral line may be added where the service has none of its own. */
    private static Bundle.Line lineFor(Bundle bundle, String key) {
        Bundle.Line line = bundle.lines().get(key);
        return line == null && key.endsWith(Bundle.NEUTRAL)
                ? bundle.lines().get(key.substring(0, key.length() - Bundle.NEUTRAL.length()))
                : line;
    }

    private static boolean tells(String key, String text, Map<String, String> own, Bundle bundle) {
        boolean toRequesters = TO_PEERS_ONLY.stream().noneMatch(key::startsWith)
                && TO_OTHERS.stream().noneMatch(key::startsWith);
        boolean saidNeutrally = key.endsWith(Bundle.NEUTRAL)
                || !bundle.lines().containsKey(key + Bundle.NEUTRAL) && !own.containsKey(key + Bundle.NEUTRAL);
        return toRequesters && saidNeutrally && TellingWords.in(text.replaceAll("\\{\\w+}", ""));
    }
}
