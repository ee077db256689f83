package org.peerline.console.intake;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.peerline.api.input.MembershipMention;
import org.peerline.api.input.TextInput;
import org.peerline.api.problem.Violation;
import org.peerline.core.Gender;
import org.peerline.intake.rest.NewAddress;
import org.peerline.intake.rest.NewAvoidance;
import org.peerline.intake.rest.NewRequest;
import org.peerline.intake.rest.NewWishes;
import org.peerline.requests.profile.Ethnicity;

/** What a call handler typed, as it was typed. It is shown again when something has to be corrected, and kept nowhere. */
public final class IntakeForm {
    private static final int LONGEST = 4000;
    private static final String SAME = "SAME";
    private static final String NEW = "NEW";

    private final Map<String, String> typed = new HashMap<>();
    private final List<String> musts;
    private final List<Violation> faults = new ArrayList<>();

    IntakeForm(MultivaluedMap<String, String> form) {
        form.forEach((name, values) -> {
            String value = values.isEmpty() ? "" : values.get(0).strip();
            typed.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
        });
        musts = Optional.ofNullable(form.get("wishes.musts")).map(List::copyOf).orElse(List.of());
    }

    /** As typed; empty when nothing was. */
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean ticked(String field) {
        return typed.containsKey(field);
    }

    public boolean must(String wish) {
        return musts.contains(wish);
    }

    /** What somebody who comes back has answered; empty when they have not been asked. */
    public String returning() {
        return of("returning");
    }

    /** Faults that only a form can have, such as a date that does not exist. */
    List<Violation> faults() {
        return List.copyOf(faults);
    }

    /** The same request as the API takes, still unchecked. */
    NewRequest read() {
        faults.clear();
        typed.keySet().stream()
                .filter(MembershipMention::isName)
                .forEach(name -> faults.add(new Violation(name, MembershipMention.SENTENCE)));
        return new NewRequest(
                text("name"),
                text("contactNumber"),
                new NewAddress(
                        text("address.line1"), text("address.line2"), text("address.town"), text("address.postcode")),
                dateOfBirth(),
                text("jobRole"),
                choice("gender", Gender.class),
                choice("ethnicity", Ethnicity.class),
                text("specialty"),
                lines("employers"),
                new NewAvoidance(lines("avoid.employers"), lines("avoid.names")),
                new NewWishes(
                        text("wishes.specialty"),
                        choice("wishes.gender", Gender.class),
                        ticked("wishes.samePeer") || comesBackTo(SAME) ? true : null,
                        ticked("wishes.newPeer") || comesBackTo(NEW) ? true : null,
                        musts()),
                ticked("neutralWording"),
                text("language"));
    }

    private boolean comesBackTo(String whom) {
        return returning().equals(whom);
    }

    private List<NewWishes.Must> musts() {
        return Arrays.stream(NewWishes.Must.values())
                // Whoever was asked and says so is not given the one whom they did not choose, as by text.
                .filter(must -> musts.contains(must.name()) || must == NewWishes.Must.newPeer && comesBackTo(NEW))
                .toList();
    }

    private LocalDate dateOfBirth() {
        String day = of("dateOfBirth.day");
        String month = of("dateOfBirth.month");
        String year = of("dateOfBirth.year");
        if (day.isEmpty() && month.isEmpty() && year.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException | NumberFormatException noSuchDay) {
            faults.add(new Violation("dateOfBirth", "Must be a day that exists, such as 17 5 1994."));
            return null;
        }
    }

    private <E extends Enum<E>> E choice(String field, Class<E> type) {
        String value = of(field);
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst();
        if (!value.isEmpty() && found.isEmpty()) {
            faults.add(new Violation(field, "Must be one of the choices."));
        }
        return found.orElse(null);
    }

    private String text(String field) {
        String value = of(field);
        check(field, value);
        return value.isEmpty() ? null : value;
    }

    private List<String> lines(String field) {
        List<String> lines = of(field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        lines.forEach(line -> check(field, line));
        return lines;
    }

    private void check(String field, String value) {
        TextInput.fault(value, false).ifPresent(sentence -> faults.add(new Violation(field, sentence)));
    }

    @Override
    public String toString() {
        return "IntakeForm";
    }
}
