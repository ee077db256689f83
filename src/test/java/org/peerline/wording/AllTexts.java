package org.peerline.wording;

import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.peerline.core.Reference;
import org.peerline.wording.bundle.Bundle;
import org.peerline.wording.bundle.LongestValues;

/** The texts as they are written, and all that {@link SmsTexts} makes of them with the longest values. */
final class AllTexts {

    /** A line of a language's own file. */
    record Line(Language language, String key, Bundle.Line written) {
        boolean neutral() {
            return key.endsWith(Bundle.NEUTRAL);
        }

        String ordinaryKey() {
            return neutral() ? key.substring(0, key.length() - Bundle.NEUTRAL.length()) : key;
        }

        /** What its method says with the longest values. */
        String said() {
            return AllTexts.said(language, neutral()).get(ordinaryKey());
        }

        @Override
        public String toString() {
            return language + " " + key;
        }
    }

    private AllTexts() {}

    static Stream<Line> lines() {
        return Arrays.stream(Language.values()).flatMap(language -> {
            Bundle bundle = Bundle.of(language);
            return bundle.ownKeys().stream()
                    .map(key -> new Line(language, key, bundle.lines().get(key)));
        });
    }

    static SmsTexts texts(Language language, boolean neutral) {
        return neutral ? SmsTexts.neutral(language) : SmsTexts.in(language);
    }

    /** What every method of every subject says when it is given the longest values, by {@code subject.method}. */
    static Map<String, String> said(Language language, boolean neutral) {
        SmsTexts texts = texts(language, neutral);
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
                                .map(parameter -> value(parameter, language))
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

    private static Object value(Parameter parameter, Language language) {
        String longest = LongestValues.of(language).get(parameter.getName());
        if (longest == null) {
            throw new AssertionError("no longest value for " + parameter.getName());
        }
        if (parameter.getType() == Reference.class) {
            return new Reference(longest);
        }
        if (parameter.getType() == int.class) {
            return Integer.valueOf(longest);
        }
        if (parameter.getType() == List.class) {
            boolean numbered = parameter.getName().equals("choices");
            return longest.lines()
                    .map(line -> numbered ? line.substring(2) : line)
                    .toList();
        }
        return longest;
    }
}
