package org.peerline.access.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.core.StartupRefused;

class RoleMappingTest {
    private static final List<String> LISTED =
            List.of("cn=leads,o=x=SAFEGUARDING", "staff=INTAKE", "staff=COORDINATOR");

    @Test
    void groups_are_found_wherever_the_claim_leads() {
        var mapping = new RoleMapping("a.b.groups", LISTED);
        var claims = new JWTClaimsSet.Builder()
                .claim("a", Map.of("b", Map.of("groups", List.of("staff", "other"))))
                .build();

        assertEquals(Set.of(Role.INTAKE, Role.COORDINATOR), mapping.of(claims));
    }

    @Test
    void one_text_may_list_several_groups() {
        var claims = new JWTClaimsSet.Builder().claim("scope", "openid staff").build();

        assertEquals(Set.of(Role.INTAKE, Role.COORDINATOR), new RoleMapping("scope", LISTED).of(claims));
    }

    @Test
    void claim_that_is_missing_or_of_another_form_opens_nothing() {
        var mapping = new RoleMapping("roles", LISTED);

        assertEquals(Set.of(), mapping.of(new JWTClaimsSet.Builder().build()));
        assertEquals(
                Set.of(),
                mapping.of(new JWTClaimsSet.Builder().claim("roles", 7).build()));
        assertEquals(
                Set.of(),
                mapping.of(new JWTClaimsSet.Builder()
                        .claim("roles", Map.of("staff", true))
                        .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"staff", "=COORDINATOR", "staff=", "staff=BOSS", "staff=PEER", ""})
    void mapping_that_cannot_be_read_stops_the_start(String listed) {
        assertThrows(StartupRefused.class, () -> new RoleMapping("roles", List.of(listed)));
    }
}
