package org.peerline.api.input;

import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.ArrayList;
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.api.problem.Violations;

/** Reads a JSON body into a request record and names every fault of it in one answer. */
@Provider
@Singleton
@Consumes({MediaType.APPLICATION_JSON, Cleared.MERGE_PATCH})
public class StrictJsonReader implements MessageBodyReader<Record> {
    private final Validator validator;

    StrictJsonReader(Validator validator) {
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, body.readAllBytes());
    }

    <T> T read(Class<T> type, byte[] body) {
        var binding = RecordBinder.bind(type, StrictJson.parse(body));
        var faults = new ArrayList<>(binding.faults());
        for (Violation fault : Violations.ofBody(validator.validate(binding.value()))) {
            // A property that could not be read is absent from the record: "is required" would be untrue.
            if (faults.stream().noneMatch(known -> covers(known.field(), fault.field()))) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults.stream().limit(200).toList());
        }
        return binding.value();
    }

    private static boolean covers(String known, String field) {
        return field.equals(known) || field.startsWith(known + ".") || field.startsWith(known + "[");
    }
}
