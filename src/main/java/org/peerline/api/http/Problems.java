package org.peerline.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.peerline.api.problem.ProblemType;
import org.peerline.api.problem.Violation;

/** Writes problem documents, for the REST doors and for answers given before a door is reached. */
@Singleton
public class Problems {
    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    public String document(ProblemType type, String detail) {
        return document(type, type.status(), detail, null, List.of());
    }

    public String document(ProblemType type, int status, String detail, String code, List<Violation> violations) {
        var problem = new Problem(
                type.uri(),
                type.title(),
                status,
                detail,
                RequestId.current(),
                code,
                violations.isEmpty() ? null : violations);
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem document could not be written", e);
        }
    }
}
