package org.peerline.wording.bundle;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.peerline.wording.Language;

/**
 * The lines that are said at present: those that come with the service, and in place of some of them those of whoever
 * runs it. Exchanged once, at the start, before anything is said.
 */
public final class Wordings {
    private static volatile Map<Language, Map<String, String>> current = with(Map.of());

    private Wordings() {}

    /** @param own by language and key; checked by the caller */
    public static void use(Map<Language, Map<String, String>> own) {
        current = with(own);
    }

    static Map<String, String> in(Language language) {
        return current.get(language);
    }

    private static Map<Language, Map<String, String>> with(Map<Language, Map<String, String>> own) {
        var all = new EnumMap<Language, Map<String, String>>(Language.class);
        for (Language language : Language.values()) {
            var lines = new HashMap<String, String>();
            Bundle.of(language).lines().forEach((key, line) -> lines.put(key, line.text()));
            lines.putAll(own.getOrDefault(language, Map.of()));
            all.put(language, Map.copyOf(lines));
        }
        return all;
    }
}
