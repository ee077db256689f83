package org.peerline.api.input.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.peerline.api.input.MembershipMention;
import org.peerline.api.input.SeveralLines;
import org.peerline.api.patch.Clearable;
import org.peerline.api.patch.Cleared;
import org.peerline.api.problem.Violation;

/**
 * Binds a JSON object to a record and collects every fault on the way instead of stopping at the first, which no
 * object mapper does. A property that is absent, null or faulty is null in the record.
 */
public final class RecordBinder {
    private final List<Violation> faults = new ArrayList<>();

    private RecordBinder() {}

    /** What could be read, and what could not. */
    record Binding<T>(T value, List<Violation> faults) {}

    static <T> Binding<T> bind(Class<T> type, ObjectNode object) {
        var binder = new RecordBinder();
        T value = type.cast(binder.construct(type, object, ""));
        return new Binding<>(value, List.copyOf(binder.faults));
    }

    private Object construct(Class<?> type, ObjectNode object, String path) {
        RecordComponent[] components = type.getRecordComponents();
        object.fieldNames().forEachRemaining(name -> {
            if (Arrays.stream(components).noneMatch(known -> isProperty(known, name))) {
                unknown(join(path, printable(name)), name, object.get(name));
            }
        });
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            if (component.getType() == Cleared.class) {
                arguments[i] = cleared(components, object, path);
                continue;
            }
            boolean lines = component.getAccessor().isAnnotationPresent(SeveralLines.class);
            arguments[i] = value(
                    component.getGenericType(),
                    object.get(component.getName()),
                    join(path, component.getName()),
                    lines);
        }
        return invoke(type, components, arguments);
    }

    private void unknown(String path, String name, JsonNode value) {
        if (MembershipMention.isName(name)) {
            faults.add(new Violation(path, MembershipMention.SENTENCE));
        } else if (!membershipInside(path, value)) {
            faults.add(new Violation(path, "This property is not known."));
        }
    }

    /** However deep it stands, and in whatever place. */
    private boolean membershipInside(String path, JsonNode value) {
        boolean found = false;
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            found |= membershipInside(path + "[" + i + "]", value.get(i));
        }
        for (Map.Entry<String, JsonNode> inner : value.properties()) {
            String at = join(path, printable(inner.getKey()));
            if (MembershipMention.isName(inner.getKey())) {
                faults.add(new Violation(at, MembershipMention.SENTENCE));
                found = true;
            } else {
                found |= membershipInside(at, inner.getValue());
            }
        }
        return found;
    }

    private static boolean isProperty(RecordComponent component, String name) {
        return component.getName().equals(name) && component.getType() != Cleared.class;
    }

    private Cleared cleared(RecordComponent[] components, ObjectNode object, String path) {
        var names = new HashSet<String>();
        for (RecordComponent component : components) {
            JsonNode node = object.get(component.getName());
            if (node == null || !node.isNull() || component.getType() == Cleared.class) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(Clearable.class)) {
                names.add(component.getName());
            } else {
                fault(join(path, component.getName()), "Cannot be cleared; leave it out to keep it as it is.");
            }
        }
        return new Cleared(names);
    }

    private Object value(Type type, JsonNode node, String path, boolean lines) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(list.getActualTypeArguments()[0], node, path, lines);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            if (node instanceof ObjectNode nested) {
                return construct(plain, nested, path);
            }
            return fault(path, "Must be a JSON object.");
        }
        if (node.isContainerNode() && membershipInside(path, node)) {
            return null;
        }
        ScalarReader.Outcome outcome = ScalarReader.read(plain, node, lines);
        return outcome instanceof ScalarReader.Refused refused
                ? fault(path, refused.sentence())
                : ((ScalarReader.Read) outcome).value();
    }

    private Object list(Type element, JsonNode node, String path, boolean lines) {
        if (!node.isArray()) {
            return fault(path, "Must be a JSON array.");
        }
        var items = new ArrayList<Object>();
        for (int i = 0; i < node.size(); i++) {
            String at = path + "[" + i + "]";
            if (node.get(i).isNull()) {
                fault(at, "Must not be null.");
            } else {
                items.add(value(element, node.get(i), at, lines));
            }
        }
        // A faulty element stands as null; it is named already and the record is never used.
        return Collections.unmodifiableList(items);
    }

    private Object fault(String path, String sentence) {
        faults.add(new Violation(path, sentence));
        return null;
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** A name that we do not know is somebody else's text: kept short and plain. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]", "?");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }

    private static Object invoke(Class<?> type, RecordComponent[] components, Object[] arguments) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("request record " + type.getName() + " cannot be constructed", e);
        }
    }
}
