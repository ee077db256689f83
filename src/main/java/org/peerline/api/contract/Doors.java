package org.peerline.api.contract;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;

/** The resource methods by operationId, and what their annotations say. */
final class Doors {
    private static final int FEATURE = 2;

    private final Map<String, Door> byOperation = new HashMap<>();

    /**
     * One resource method.
     *
     * @param feature the room it belongs to, which is also the folder of its examples
     * @param roles empty where it is public
     */
    record Door(String operationId, String feature, List<String> roles, boolean idempotent, boolean limited) {}

    Doors(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(Operation.class)) {
            if (operation.target().kind() == AnnotationTarget.Kind.METHOD && operation.value("operationId") != null) {
                Door door = door(
                        operation.value("operationId").asString(),
                        operation.target().asMethod());
                byOperation.put(door.operationId(), door);
            }
        }
    }

    Optional<Door> find(String operationId) {
        return Optional.ofNullable(byOperation.get(operationId));
    }

    private static Door door(String operationId, MethodInfo method) {
        var roles = method.declaredAnnotation(RolesAllowed.class);
        boolean open = method.hasDeclaredAnnotation(jakarta.annotation.security.PermitAll.class);
        if (roles == null && !open) {
            roles = method.declaringClass().declaredAnnotation(RolesAllowed.class);
        }
        String feature = method.declaringClass().name().toString().split("\\.")[FEATURE];
        return new Door(
                operationId,
                feature,
                roles == null
                        ? List.of()
                        : Arrays.stream(roles.value().asStringArray()).sorted().toList(),
                method.hasDeclaredAnnotation(Idempotent.class),
                method.hasDeclaredAnnotation(Limited.class));
    }
}
