package org.peerline.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The rules that Prometheus is given, read as it reads them. */
record AlertRules(List<AlertRule> rules) {
    /** A name, with the selection of labels behind it where there is one. */
    private static final Pattern NAME = Pattern.compile("([a-z_:][a-z0-9_:]*)(?:\\{([^}]*)})?(?!\")");

    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

    record AlertRule(String alert, String expr, JsonNode all) {
        /** Everything in the expression that is neither a number, a duration nor a quoted word. */
        List<Selection> selections() {
            return NAME.matcher(expr.replaceAll("\\[[0-9]+[smhd]]", ""))
                    .results()
                    .map(AlertRule::selection)
                    .toList();
        }

        private static Selection selection(MatchResult found) {
            var labels = new ArrayList<Selected>();
            if (found.group(2) != null) {
                MATCHER.matcher(found.group(2))
                        .results()
                        .forEach(label -> labels.add(new Selected(
                                label.group(1), List.of(label.group(3).split("\\|")))));
            }
            return new Selection(found.group(1), labels);
        }
    }

    /** A metric, or a function. */
    record Selection(String name, List<Selected> labels) {}

    /** A label and the values of it that are asked for, or left out. */
    record Selected(String label, List<String> values) {}

    static AlertRules read(String file) {
        try {
            JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(new File(file));
            var rules = new ArrayList<AlertRule>();
            read.path("groups")
                    .forEach(group -> group.path("rules")
                            .forEach(rule -> rules.add(new AlertRule(
                                    rule.path("alert").asText(),
                                    rule.path("expr").asText(),
                                    rule))));
            return new AlertRules(rules);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
