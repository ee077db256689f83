package org.peerline.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.PeerlineTest;

/** What the alert rules watch exists from the start, and what they say is explained to whoever is woken. */
@PeerlineTest
class AlertRulesTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:peerline|jvm|http|agroal)_[a-z_]+");
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");

    private final String rules = read("docker/prometheus/alerts.yaml");

    @Test
    void every_metric_that_a_rule_names_is_there_before_anything_has_happened() {
        String metrics = RestAssured.get("/q/metrics").asString();
        var missing = METRIC.matcher(rules)
                .results()
                .map(name -> name.group())
                .filter(name -> !Pattern.compile("^" + name + "[ {]", Pattern.MULTILINE)
                        .matcher(metrics)
                        .find())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void every_alert_is_explained_to_operators() {
        String operations = read("docs/operations.md");
        var alerts = ALERT.matcher(rules).results().map(name -> name.group(1)).toList();

        assertTrue(alerts.size() > 8, "alerts: " + alerts);
        assertEquals(
                alerts,
                alerts.stream()
                        .filter(alert -> operations.contains("`" + alert + "`"))
                        .toList());
    }

    @Test
    void metrics_carry_no_number() {
        String metrics = RestAssured.get("/q/metrics").asString();

        assertEquals(
                0, Pattern.compile("\\+?447[0-9]{9}").matcher(metrics).results().count());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
