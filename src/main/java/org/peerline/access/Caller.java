package org.peerline.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.audit.Actor;

/**
 * Who does something: by which credential, and with which roles.
 *
 * @param id of the credential; nil for the service itself and the first admin key
 * @param peerId the peer who acts, where a peer has signed in
 */
public record Caller(Kind kind, UUID id, Set<Role> roles, Optional<UUID> peerId) {
    private static final UUID NIL = new UUID(0, 0);

    /** How an actor is known. */
    public enum Kind {
        API_KEY,
        SESSION,
        ADMIN_KEY,
        STAFF,
        SYSTEM
    }

    public static Caller apiKey(UUID id, Set<Role> roles) {
        return new Caller(Kind.API_KEY, id, Set.copyOf(roles), Optional.empty());
    }

    public static Caller session(UUID id, UUID peerId) {
        return new Caller(Kind.SESSION, id, Set.of(Role.PEER), Optional.of(peerId));
    }

    /** The first key, from the configuration. */
    public static Caller adminKey() {
        return new Caller(Kind.ADMIN_KEY, NIL, Set.of(Role.ADMIN), Optional.empty());
    }

    /** Somebody whom the organisation's identity provider vouches for; the id stands for issuer and account. */
    public static Caller staff(UUID id, Set<Role> roles) {
        return new Caller(Kind.STAFF, id, Set.copyOf(roles), Optional.empty());
    }

    /** The service itself, by a clock or an incoming text. */
    public static Caller system() {
        return new Caller(Kind.SYSTEM, NIL, Set.of(), Optional.empty());
    }

    /** As the audit names it. */
    public Actor actor() {
        return switch (kind) {
            case API_KEY -> new Actor(Actor.Kind.API_KEY, id, roleNames());
            case SESSION -> Actor.peer(peerId.orElseThrow());
            case STAFF -> new Actor(Actor.Kind.STAFF, id, roleNames());
            case ADMIN_KEY -> new Actor(Actor.Kind.ADMIN_KEY, null, roleNames());
            case SYSTEM -> Actor.SERVICE;
        };
    }

    private String roleNames() {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** A stable name without personal data, such as {@code api_key:0198…}. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
