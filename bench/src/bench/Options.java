package bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** The options behind a benchmark's name: {@code --rounds 3}. */
public final class Options {
    private final Map<String, String> given = new LinkedHashMap<>();

    Options(String[] arguments) {
        for (int at = 0; at < arguments.length; at += 2) {
            if (!arguments[at].startsWith("--") || at + 1 == arguments.length) {
                throw new Unmeasurable("options look like --rounds 3, not " + arguments[at]);
            }
            given.put(arguments[at].substring(2), arguments[at + 1]);
        }
    }

    public int number(String name, int otherwise) {
        try {
            return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
        } catch (NumberFormatException noNumber) {
            throw new Unmeasurable("--" + name + " wants a whole number");
        }
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }
}
