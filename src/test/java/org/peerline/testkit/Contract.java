package org.peerline.testkit;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** Holds requests and answers of REST tests to {@code openapi/openapi.yaml}, and reads its examples. */
public final class Contract {
    public static final Path FILE = Path.of("openapi", "openapi.yaml");

    /** Read on first use, so that the test which renews the file does not need it. */
    private static final class Filters {
        static final Filter BOTH =
                new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(text())
                        .build());
        static final Filter ANSWERS =
                new OpenApiValidationFilter(OpenApiInteractionValidator.createForInlineApiSpecification(text())
                        .withLevelResolver(LevelResolver.create()
                                .withLevel("validation.request", Level.IGNORE)
                                .build())
                        .build());
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contract() {}

    /** The committed contract. */
    public static String text() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Request and answer must be as the contract says. */
    public static Filter held() {
        return Filters.BOTH;
    }

    /** For requests that are wrong on purpose: only the answer must be as the contract says. */
    public static Filter answersHeld() {
        return Filters.ANSWERS;
    }

    /**
     * The paths of all properties of a JSON document, elements of a list being one: two documents of the same form have
     * the same.
     */
    public static SortedSet<String> form(String json) {
        var paths = new TreeSet<String>();
        try {
            walk("", JSON.readTree(json), paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    private static void walk(String at, JsonNode node, SortedSet<String> paths) {
        node.properties().forEach(field -> {
            String path = at + "/" + field.getKey();
            paths.add(path);
            walk(path, field.getValue(), paths);
        });
        if (node.isArray()) {
            node.forEach(element -> walk(at + "[]", element, paths));
        }
    }

    /** @param name such as {@code access/createApiKey-request} */
    public static String example(String name) {
        String file = "openapi/examples/" + name + ".json";
        try (InputStream in = Contract.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
