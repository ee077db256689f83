package org.peerline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bill of materials that the build writes names every library that is delivered, each with a licence we may use. */
class WhatItIsMadeOfIT {
    private static final Path BILL = Path.of("target", "bom.json");
    private static final Path DELIVERED = Path.of("target", "quarkus-app", "lib");

    /** As libraries write them. What is not here is looked at by a person first, and then stands here or goes. */
    private static final Pattern ALLOWED =
            Pattern.compile("(?i)(?:the )?apache.*2(?:\\.0)?|(?:the )?mit(?: license)?(?: \\(mit\\))?|mit-0"
                    + "|(?:the )?bsd[- ][23]-clause.*|freebsd license|0bsd"
                    + "|(?:eclipse distribution license|edl).*1\\.0|(?:eclipse public license|epl)\\W.*[12]\\.0"
                    + "|public domain.*|cc0-1\\.0|postgresql");

    private static List<JsonNode> components;

    @BeforeAll
    static void read() throws IOException {
        assertTrue(Files.exists(BILL), "no bill of materials: the build writes one only when it is not offline");
        JsonNode bill = new ObjectMapper().readTree(BILL.toFile());
        assertEquals("CycloneDX", bill.path("bomFormat").asText());
        components = StreamSupport.stream(bill.path("components").spliterator(), false)
                .toList();
        assertFalse(components.isEmpty());
    }

    private static String file(JsonNode component) {
        return component.path("group").asText() + "." + component.path("name").asText() + "-"
                + component.path("version").asText();
    }

    /** The names of its licences; of several joined by OR, one is enough. */
    private static Set<String> licences(JsonNode component) {
        var names = new TreeSet<String>();
        component.path("licenses").forEach(entry -> {
            String expression = entry.path("expression").asText("");
            names.addAll(List.of(expression.replaceAll("[()]", "").split(" OR | WITH [^ ]+")));
            names.add(entry.path("license").path("id").asText(""));
            names.add(entry.path("license").path("name").asText(""));
        });
        names.remove("");
        return names;
    }

    @Test
    void every_library_that_is_delivered_is_in_the_bill() throws IOException {
        Set<String> named = components.stream().map(WhatItIsMadeOfIT::file).collect(Collectors.toSet());
        try (Stream<Path> files = Files.walk(DELIVERED)) {
            List<String> missing = files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.replaceAll("\\.jar$", ""))
                    .filter(name -> !named.contains(name))
                    .sorted()
                    .toList();
            assertEquals(List.of(), missing);
        }
    }

    @Test
    void every_library_says_its_licence_and_it_is_one_that_we_may_use() {
        List<String> wrong = components.stream()
                .filter(component -> !isAllowed(licences(component)))
                .map(component -> file(component) + " " + licences(component))
                .sorted()
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static boolean isAllowed(Set<String> licences) {
        return licences.stream().anyMatch(licence -> ALLOWED.matcher(licence).matches());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPL-3.0-only",
                "AGPL-3.0",
                "GPL-2.0-with-classpath-exception",
                "LGPL-2.1-or-later",
                "SSPL-1.0",
                "BUSL-1.1",
                "Commons Clause",
                "Proprietary",
                ""
            })
    void library_with_another_licence_alone_would_fail_the_build(String licence) {
        assertFalse(isAllowed(Set.of(licence)), licence);
    }

    @Test
    void bill_is_written_in_both_forms() throws IOException {
        assertTrue(Files.size(Path.of("target", "bom.xml")) > 10_000);
    }
}
