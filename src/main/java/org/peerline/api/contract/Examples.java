package org.peerline.api.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/** Attaches the files of {@code openapi/examples}, which the REST tests send and expect, to their operations. */
final class Examples {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    static void addTo(Operation operation, Doors.Door door) {
        String file = "openapi/examples/" + door.feature() + "/" + door.operationId();
        if (operation.getRequestBody() != null) {
            attach(operation.getRequestBody().getContent(), file + "-request.json");
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                attach(response.getContent(), file + "-response.json");
            }
        });
    }

    private static void attach(Content content, String file) {
        if (content == null || content.getMediaTypes() == null) {
            return;
        }
        read(file)
                .ifPresent(example ->
                        content.getMediaTypes().values().forEach(mediaType -> mediaType.setExample(example)));
    }

    private static Optional<Object> read(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readValue(in, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException("the example " + file + " cannot be read", e);
        }
    }
}
