package org.peerline.api.input.json;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.BadInput;

/** Reads a JSON body into a request record and names every fault of it in one answer. */
@Provider
@Singleton
@Consumes({MediaType.APPLICATION_JSON, Cleared.MERGE_PATCH})
public class StrictJsonReader implements MessageBodyReader<Record> {
    private final RecordReading reading;

    StrictJsonReader(RecordReading reading) {
        this.reading = reading;
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
        var read = reading.read(type, StrictJson.parse(body));
        if (!read.faults().isEmpty()) {
            throw new BadInput(read.faults().stream().limit(200).toList());
        }
        return read.value();
    }
}
