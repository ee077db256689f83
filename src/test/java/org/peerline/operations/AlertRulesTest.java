package org.peerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.operations.AlertRules.AlertRule;
import org.peerline.operations.AlertRules.Selected;
import org.peerline.operations.AlertRules.Selection;
import org.peerline.testkit.PeerlineTest;

/** What the alert rules watch exists from the start, and what they say is explained to whoever is woken. */
@PeerlineTest
class AlertRulesTest {
    private static final Set<String> FUNCTIONS = Set.of("sum", "max", "min", "increase", "rate");

    /** What Prometheus itself knows of each copy. */
    private static final String REACHED = "up";

    private static final List<AlertRule> RULES =
            AlertRules.read("docker/prometheus/alerts.yaml").rules();

    @Test
    void rules_can_be_read_and_each_says_how_urgent_it_is() {
        assertTrue(RULES.size() > 8, "rules: " + RULES.size());
        var names = new HashSet<String>();
        for (AlertRule rule : RULES) {
            assertTrue(names.add(rule.alert()), rule.alert() + " is there twice");
            var keys = new TreeSet<String>();
            rule.all().fieldNames().forEachRemaining(keys::add);
            keys.remove("for");
            assertEquals(Set.of("alert", "expr", "labels", "annotations"), keys, rule.alert());
            assertTrue(rule.all().path("for").asText("1m").matches("[0-9]+[smh]"), rule.alert());
            assertTrue(
                    Set.of("page", "ticket")
                            .contains(rule.all().at("/labels/severity").asText()),
                    rule.alert());
            assertTrue(rule.all().at("/annotations/summary").asText().endsWith("."), rule.alert());
            assertEquals(
                    rule.expr().chars().filter(c -> c == '(').count(),
                    rule.expr().chars().filter(c -> c == ')').count(),
                    rule.alert());
        }
    }

    @Test
    void every_metric_and_every_value_of_a_label_that_a_rule_names_is_there_before_anything_has_happened() {
        String metrics = metrics();
        var missing = new ArrayList<String>();
        for (AlertRule rule : RULES) {
            for (Selection selection : rule.selections()) {
                if (FUNCTIONS.contains(selection.name()) || selection.name().equals(REACHED)) {
                    continue;
                }
                if (!has(metrics, selection.name(), "")) {
                    missing.add(rule.alert() + ": " + selection.name());
                }
                for (Selected selected : selection.labels()) {
                    selected.values().stream()
                            .filter(value ->
                                    !has(metrics, selection.name(), "[^}]*" + selected.label() + "=\"" + value + "\""))
                            .forEach(value -> missing.add(rule.alert() + ": " + selection.name() + " " + value));
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peerline_texts_owed",
                "peerline_texts_sending",
                "peerline_texts_oldest_owed_seconds",
                "peerline_texts_handed_over_total",
                "peerline_texts_delivered_total",
                "peerline_texts_failed_total",
                "peerline_texts_in_doubt",
                "peerline_senders_held",
                "peerline_provider_held",
                "peerline_inbound_waiting",
                "peerline_inbound_given_up",
                "peerline_inbound_late_total",
                "peerline_reports_late_total",
                "peerline_reconciliation_failed_total",
                "peerline_webhook_time_seconds_count",
                "peerline_webhook_refused_total",
                "peerline_webhook_dropped_total",
                "peerline_relay_numbers_headroom",
                "peerline_clock_apart_seconds",
            })
    void metric_that_operators_are_promised_is_there_and_described(String metric) {
        assertTrue(has(metrics(), metric, ""), metric);
        String told = read("docs/operations.md");
        assertTrue(told.contains(metric.replaceAll("_count$", "")), "operations.md says nothing of " + metric);
    }

    @Test
    void every_alert_is_explained_to_operators_and_no_other() {
        String alarms = read("docs/operations.md").split("## Alarms\n")[1].split("\n## ")[0];
        var told = Pattern.compile("(?m)^\\| `(\\w+)` \\|").matcher(alarms).results();

        assertEquals(
                RULES.stream().map(AlertRule::alert).toList(),
                told.map(name -> name.group(1)).toList());
    }

    @Test
    void metrics_carry_no_number() {
        assertEquals(
                0,
                Pattern.compile("\\+?447[0-9]{9}").matcher(metrics()).results().count());
    }

    private static boolean has(String metrics, String name, String labels) {
        String line = labels.isEmpty() ? "[ {]" : "\\{" + labels;
        return Pattern.compile("^" + name + line, Pattern.MULTILINE)
                .matcher(metrics)
                .find();
    }

    private static String metrics() {
        return RestAssured.get("/q/metrics").asString();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
