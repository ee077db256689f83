package org.peerline.console.roster.entry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerline.api.input.MembershipMention;
import org.peerline.api.problem.Violation;
import org.peerline.peers.Peer;
import org.peerline.peers.profile.Background;
import org.peerline.peers.profile.Identity;
import org.peerline.peers.profile.Offer;
import org.peerline.peers.profile.PeerProfile;

/**
 * A peer's entry as it stands in a form: at first what the roster says, afterwards what was typed. It becomes the very
 * object that the API takes, so that both doors have the same rules, and their faults come back to its fields.
 */
final class EntryForm {
    static final List<String> REQUIRED = List.of("displayName", "fullName", "mobileNumber", "gmcNumber", "jobRole");
    static final List<String> OPTIONAL = List.of("specialty", "gender", "region");
    static final List<String> NUMBERS = List.of("capacity", "monthlyCap");
    static final int TIMES_AWAY_MORE = 2;
    private static final int LONGEST = 8000;

    private final Map<String, String> typed = new HashMap<>();
    private final List<DayOfWeek> spanDays = new ArrayList<>();
    private final List<Integer> awayRows = new ArrayList<>();
    private final List<Violation> faults = new ArrayList<>();

    private EntryForm() {}

    /** Somebody new. */
    static EntryForm empty() {
        var form = new EntryForm();
        form.typed.put("timeZone", Offer.UNITED_KINGDOM.getId());
        form.typed.put("capacity", "3");
        form.typed.put("monthlyCap", "6");
        form.typed.put("hours", "any");
        return form;
    }

    static EntryForm of(Peer peer, PeerProfile profile) {
        Identity identity = profile.identity();
        Background background = profile.background();
        Offer offer = profile.offer();
        var form = new EntryForm();
        form.put("version", peer.version());
        form.put("displayName", identity.displayName());
        form.put("fullName", identity.fullName());
        form.put("mobileNumber", identity.mobileNumber().e164());
        form.put("gmcNumber", identity.gmcNumber());
        form.put("jobRole", background.jobRole());
        form.put("specialty", background.specialty());
        form.put("gender", background.gender());
        form.put("region", background.region());
        form.put("employers", String.join("\n", background.employers()));
        form.put("capacity", offer.capacity());
        form.put("monthlyCap", offer.monthlyCap());
        form.put("timeZone", offer.timeZone());
        form.put("hours", offer.availability().spans().isEmpty() ? "any" : "these");
        for (DayOfWeek day : DayOfWeek.values()) {
            form.put("hours." + day, DayHours.written(offer.availability(), day));
        }
        for (int row = 0; row < offer.away().size(); row++) {
            form.put("away." + row + ".from", offer.away().get(row).startsOn());
            form.put("away." + row + ".to", offer.away().get(row).endsOn());
        }
        return form;
    }

    static EntryForm typed(MultivaluedMap<String, String> sent) {
        var form = new EntryForm();
        sent.forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.get(0).strip();
            form.typed.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
            if (MembershipMention.isName(name)) {
                form.faults.add(new Violation(name, MembershipMention.SENTENCE));
            }
        });
        return form;
    }

    /** The same, against the entry as it is now. */
    EntryForm again(int version) {
        put("version", version);
        return this;
    }

    private void put(String field, Object value) {
        typed.put(field, value == null ? "" : value.toString());
    }

    String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** How many rows of days away the form has: those filled in, and some more. */
    int awayRows() {
        int last = typed.keySet().stream()
                .filter(name -> name.matches("away\\.\\d{1,2}\\.(from|to)"))
                .filter(name -> !of(name).isEmpty())
                .mapToInt(EntryForm::row)
                .max()
                .orElse(-1);
        return Math.min(last + 1 + TIMES_AWAY_MORE, 20);
    }

    private static int row(String name) {
        return Integer.parseInt(name.split("\\.")[1]);
    }

    /**
     * What the API takes.
     *
     * @param change of an entry: what is left empty is cleared; otherwise of somebody new: it is left out
     */
    ObjectNode object(boolean change) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        REQUIRED.forEach(field -> text(object, field, change));
        OPTIONAL.forEach(field -> {
            if (!of(field).isEmpty()) {
                object.put(field, of(field));
            } else if (change) {
                object.putNull(field);
            }
        });
        text(object, "timeZone", change);
        NUMBERS.forEach(field -> {
            if (of(field).matches("\\d{1,9}")) {
                object.put(field, Integer.parseInt(of(field)));
            } else {
                text(object, field, change);
            }
        });
        ArrayNode employers = object.putArray("employers");
        of("employers")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(employers::add);
        hours(object.putArray("availability"));
        away(object.putArray("away"));
        return object;
    }

    private void text(ObjectNode object, String field, boolean change) {
        if (change || !of(field).isEmpty()) {
            object.put(field, of(field));
        }
    }

    private void hours(ArrayNode into) {
        if (!"these".equals(of("hours"))) {
            return;
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            Optional<List<String[]>> spans = DayHours.read(of("hours." + day), day);
            if (spans.isEmpty()) {
                faults.add(new Violation("hours." + day, DayHours.HOW));
            }
            spans.orElse(List.of()).forEach(span -> {
                into.addObject().put("day", day.name()).put("from", span[0]).put("to", span[1]);
                spanDays.add(day);
            });
        }
        if (into.isEmpty() && faults.isEmpty()) {
            faults.add(new Violation("hours", DayHours.NONE));
        }
    }

    private void away(ArrayNode into) {
        for (int row = 0; row < awayRows(); row++) {
            String from = of("away." + row + ".from");
            String to = of("away." + row + ".to");
            if (!from.isEmpty() || !to.isEmpty()) {
                ObjectNode period = into.addObject();
                if (!from.isEmpty()) {
                    period.put("from", from);
                }
                if (!to.isEmpty()) {
                    period.put("to", to);
                }
                awayRows.add(row);
            }
        }
    }

    /** Faults that only a form can have, and those of the object at the field they were typed in; the first of each. */
    Map<String, String> faults(List<Violation> ofTheObject) {
        Map<String, String> byField = new LinkedHashMap<>();
        faults.forEach(fault -> byField.putIfAbsent(fault.field(), fault.message()));
        ofTheObject.forEach(fault -> byField.putIfAbsent(field(fault.field()), fault.message()));
        return byField;
    }

    private String field(String path) {
        String[] steps = path.split("[\\[\\].]+");
        return switch (steps[0]) {
            case "availability" -> steps.length > 1 ? "hours." + spanDays.get(Integer.parseInt(steps[1])) : "hours";
            case "away" ->
                steps.length > 1
                        ? "away." + awayRows.get(Integer.parseInt(steps[1])) + "."
                                + (steps.length > 2 ? steps[2] : "from")
                        : "away.0.from";
            default -> steps[0];
        };
    }

    /** The field that a refusal is about; empty when it is about none. */
    static Optional<String> fieldOf(String refusal) {
        return switch (refusal) {
            case "capacity_below_open" -> Optional.of("capacity");
            case "mobile_number_taken", "mobile_number_in_use" -> Optional.of("mobileNumber");
            case "gmc_number_taken" -> Optional.of("gmcNumber");
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return "EntryForm";
    }
}
