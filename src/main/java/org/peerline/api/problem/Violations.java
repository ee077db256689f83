package org.peerline.api.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Reads what Bean Validation found as violations with the field names of the contract. */
public final class Violations {
    private static final Comparator<Violation> BY_FIELD = Comparator.comparing(Violation::field);

    private Violations() {}

    /** Of a body: paths start at its properties. */
    public static <T> List<Violation> ofBody(Set<ConstraintViolation<T>> found) {
        return found.stream()
                .map(fault -> new Violation(property(fault.getPropertyPath()), fault.getMessage()))
                .sorted(BY_FIELD)
                .toList();
    }

    /** An element of a list is named by its place alone; Bean Validation adds a node for the element itself. */
    private static String property(Path path) {
        return path.toString().replace(".<list element>", "");
    }

    /** Of a method's parameters: the method and the parameter's position in code are left out. */
    public static List<Violation> ofParameters(ConstraintViolationException found) {
        return found.getConstraintViolations().stream()
                .map(fault -> new Violation(parameter(fault.getPropertyPath()), fault.getMessage()))
                .sorted(BY_FIELD)
                .toList();
    }

    private static String parameter(Path path) {
        var name = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.METHOD) {
                continue;
            }
            name.append(name.isEmpty() ? "" : ".").append(node.getName());
        }
        return name.toString();
    }
}
