package org.peerline.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peerline.access.Role;
import org.peerline.core.StartupRefused;

/** From the groups of a token to our roles. A group that is not listed opens nothing. */
final class RoleMapping {
    private final String claim;
    private final Map<String, Set<Role>> roles = new HashMap<>();

    /** @param listed {@code group=ROLE}; PEER is not for staff, because a peer is somebody on the roster */
    RoleMapping(String claim, List<String> listed) {
        this.claim = claim;
        for (String pair : listed) {
            int cut = pair.lastIndexOf('=');
            String group = cut < 0 ? "" : pair.substring(0, cut).strip();
            Role role = role(pair.substring(cut + 1).strip());
            if (group.isEmpty() || role == null) {
                throw new StartupRefused("PEERLINE_OIDC_ROLES must be pairs such as peerline-coordinators=COORDINATOR,"
                        + " separated by commas, with one of ADMIN, COORDINATOR, INTAKE, SAFEGUARDING, AUDITOR.");
            }
            roles.computeIfAbsent(group, first -> EnumSet.noneOf(Role.class)).add(role);
        }
    }

    private static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.PEER && role.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    Set<Role> of(JWTClaimsSet claims) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        groups(claims).forEach(group -> found.addAll(roles.getOrDefault(group, Set.of())));
        return found;
    }

    private Collection<String> groups(JWTClaimsSet claims) {
        Object at = claims.getClaims();
        for (String step : claim.split("\\.")) {
            at = at instanceof Map<?, ?> object ? object.get(step) : null;
        }
        if (at instanceof Collection<?> many) {
            return many.stream().map(String::valueOf).toList();
        }
        return at instanceof String several ? Arrays.asList(several.split(" ")) : List.of();
    }
}
