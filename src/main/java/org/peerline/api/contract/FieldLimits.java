package org.peerline.api.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.peerline.api.input.PlainText;
import org.peerline.api.input.Postcode;
import org.peerline.api.input.UkMobile;

/** Writes the limits of our own constraints, which the scanner of the contract does not know, onto the fields. */
final class FieldLimits {
    private static final int NUMBER_AS_WRITTEN = 40;
    private static final int POSTCODE_AS_WRITTEN = 12;

    private final IndexView index;

    FieldLimits(IndexView index) {
        this.index = index;
    }

    void addTo(Components components) {
        if (components.getSchemas() == null) {
            return;
        }
        components.getSchemas().values().stream()
                .filter(schema -> schema.getProperties() != null)
                .flatMap(schema -> schema.getProperties().values().stream())
                .forEach(property -> {
                    writeOut(property, components);
                    letThePartBeNull(property, components);
                });
        for (ClassInfo record : index.getKnownClasses()) {
            Schema schema = components.getSchemas().get(record.simpleName());
            boolean ours = record.isRecord() && record.name().toString().startsWith("org.peerline.");
            if (ours && schema != null && schema.getProperties() != null) {
                record.fields()
                        .forEach(field -> limit(field, schema.getProperties().get(field.name())));
            }
        }
    }

    /** In OpenAPI 3.0 a reference cannot be null; so a moment, an id or a choice is written out where it stands. */
    private static void writeOut(Schema property, Components components) {
        boolean nullable = property.getAnyOf() != null;
        Schema shared = (nullable ? property.getAnyOf().stream() : Stream.of(property))
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .map(reference -> components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean choice = nullable && shared != null && shared.getEnumeration() != null;
        if (shared == null || (shared.getFormat() == null && !choice)) {
            return;
        }
        if (choice) {
            var values = new ArrayList<Object>(shared.getEnumeration());
            values.add(null);
            property.setEnumeration(values);
        }
        property.setRef(null);
        property.setAnyOf(null);
        property.setFormat(shared.getFormat());
        property.setType(
                nullable
                        ? List.of(Schema.SchemaType.STRING, Schema.SchemaType.NULL)
                        : List.of(Schema.SchemaType.STRING));
    }

    /**
     * The writer of 3.0 turns "this part or null" into {@code allOf} with {@code nullable}, and null is valid there only
     * where it is valid against each part: so a part that may be null where it stands says so itself. Such a part has no
     * other place.
     */
    private static void letThePartBeNull(Schema property, Components components) {
        if (property.getAnyOf() == null) {
            return;
        }
        property.getAnyOf().stream()
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .map(reference -> components.getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .filter(part -> part.getProperties() != null)
                .forEach(part -> part.setType(List.of(Schema.SchemaType.OBJECT, Schema.SchemaType.NULL)));
    }

    private static void limit(FieldInfo field, Schema property) {
        if (property == null) {
            return;
        }
        if (field.hasAnnotation(PlainText.class)) {
            // On an element of a list the annotation is on the type, and so belongs to the items.
            Schema text = property.getItems() == null ? property : property.getItems();
            text.setMinLength(1);
            text.setMaxLength(field.annotation(PlainText.class).value("max").asInt());
        }
        if (field.hasAnnotation(UkMobile.class)) {
            property.setMaxLength(NUMBER_AS_WRITTEN);
            property.setFormat("phone");
        }
        if (field.hasAnnotation(Postcode.class)) {
            property.setMaxLength(POSTCODE_AS_WRITTEN);
        }
    }
}
