package org.peerline.calls.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.calls.Calls;
import org.peerline.calls.negotiation.CallStatus;

/** Which calls a list is asked for. */
public class CallParameters {
    private static final String NAMES =
            Arrays.stream(CallStatus.values()).map(Enum::name).collect(Collectors.joining(", "));

    @QueryParam("from")
    @Parameter(
            description = "Calls that begin at this moment or later.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Calls that begin before this moment.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("status")
    @Parameter(description = "Calls in this state.", schema = @Schema(implementation = CallStatus.class))
    String status;

    /** From one moment on and before another; each may be empty. */
    record Period(Optional<Instant> from, Optional<Instant> to) {}

    static Period period(String from, String to) {
        var faults = new ArrayList<Violation>();
        var period = new Period(moment("from", from, faults), moment("to", to, faults));
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return period;
    }

    Calls.Filter filter(Optional<UUID> peer) {
        var faults = new ArrayList<Violation>();
        var filter = new Calls.Filter(peer, status(faults), moment("from", from, faults), moment("to", to, faults));
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return filter;
    }

    private Optional<CallStatus> status(List<Violation> faults) {
        if (status == null) {
            return Optional.empty();
        }
        var found = Arrays.stream(CallStatus.values())
                .filter(value -> value.name().equals(status))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new Violation("status", "Must be one of " + NAMES + "."));
        }
        return found;
    }

    private static Optional<Instant> moment(String name, String written, List<Violation> faults) {
        try {
            return Optional.ofNullable(written)
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unreadable) {
            faults.add(new Violation(name, "Must be a moment with its offset, such as 2026-11-26T19:00:00Z."));
            return Optional.empty();
        }
    }
}
