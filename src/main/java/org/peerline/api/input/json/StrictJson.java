package org.peerline.api.input.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.peerline.api.problem.BadInput;

/** From bytes to one JSON object: strict UTF-8, each property once, nothing after it, not too deep. */
public final class StrictJson {
    private static final int MAX_DEPTH = 10;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    public static ObjectNode parse(byte[] body) {
        JsonNode node;
        try {
            node = MAPPER.readTree(utf8(body));
        } catch (StreamConstraintsException tooMuch) {
            throw BadInput.of("", "The body is nested too deeply, or one of its values is far too long.");
        } catch (JsonProcessingException malformed) {
            throw BadInput.of("", sentence(malformed));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw BadInput.of("", "The body must be a JSON object.");
    }

    private static String utf8(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw BadInput.of("", "The body is not valid UTF-8.");
        }
    }

    /** Where, not what: the parser's own message repeats parts of the body. */
    private static String sentence(JsonProcessingException malformed) {
        String what = String.valueOf(malformed.getOriginalMessage()).startsWith("Duplicate field")
                ? "A property is given twice"
                : "The body is not well-formed JSON";
        var location = malformed.getLocation();
        return location == null
                ? what + "."
                : what + ", near line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }
}
