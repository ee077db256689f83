package org.peerline.api.input.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import org.peerline.api.problem.Violation;
import org.peerline.api.problem.Violations;

/** Reads an object into a request record and names every fault of it: what cannot be read, and what is not allowed. */
@Singleton
public class RecordReading {
    private final Validator validator;

    RecordReading(Validator validator) {
        this.validator = validator;
    }

    /** @param value of no use unless there is no fault */
    public record Read<T>(T value, List<Violation> faults) {}

    public <T> Read<T> read(Class<T> type, ObjectNode object) {
        var binding = RecordBinder.bind(type, object);
        var faults = new ArrayList<>(binding.faults());
        for (Violation fault : Violations.ofBody(validator.validate(binding.value()))) {
            // A property that could not be read is absent from the record: "is required" would be untrue.
            if (faults.stream().noneMatch(known -> covers(known.field(), fault.field()))) {
                faults.add(fault);
            }
        }
        return new Read<>(binding.value(), List.copyOf(faults));
    }

    private static boolean covers(String known, String field) {
        return field.equals(known) || field.startsWith(known + ".") || field.startsWith(known + "[");
    }
}
