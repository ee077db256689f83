package org.peerline.access.oidc;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.Issuer;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Staff come with a token of the organisation's own identity provider. */
@PeerlineTest
class StaffSignInTest extends RestWorld {
    @Inject
    Jdbi jdbi;

    private static int peersWith(String token) {
        return ApiKeys.bearer(token).get("/v1/peers").statusCode();
    }

    @Test
    void group_of_the_token_opens_the_doors_of_its_role_and_no_others() {
        String coordinator = issuer.token(programme.now(), "coordinators", "somebody-elses-group");

        assertEquals(200, peersWith(coordinator));
        assertEquals(403, ApiKeys.bearer(coordinator).get("/v1/audit-events").statusCode());
        assertEquals(403, ApiKeys.bearer(coordinator).get("/v1/api-keys").statusCode());
    }

    @Test
    void group_may_have_several_roles() {
        String lead = issuer.token(programme.now(), "leads");
        String peer = programme.peer(Samples.amara()).toString();

        assertEquals(200, peersWith(lead));
        assertEquals(
                204,
                ApiKeys.bearer(lead)
                        .put("/v1/peers/" + peer + "/legal-hold?reason=LEGAL_DUTY")
                        .statusCode());
    }

    @Test
    void token_without_a_group_of_ours_opens_no_door_and_leaves_nothing() {
        assertEquals(403, peersWith(issuer.token(programme.now(), "PEER", "ADMIN", "COORDINATOR")));
        assertEquals(
                0,
                jdbi.<Integer, RuntimeException>withHandle(handle -> handle.select("select count(*) from staff_account")
                        .mapTo(Integer.class)
                        .one()));
    }

    @Test
    void token_that_is_not_right_in_every_way_is_refused() throws JOSEException {
        Instant now = programme.now();
        var claims = issuer.claims(now, "coordinators");
        var wrong = new TreeMap<String, String>();
        wrong.put(
                "another issuer",
                issuer.signed(claims.issuer("https://elsewhere.example").build()));
        claims = issuer.claims(now, "coordinators");
        wrong.put(
                "another audience",
                issuer.signed(claims.audience("another-service").build()));
        claims = issuer.claims(now, "coordinators");
        wrong.put(
                "over",
                issuer.signed(
                        claims.expirationTime(Date.from(now.minusSeconds(61))).build()));
        claims = issuer.claims(now, "coordinators");
        wrong.put(
                "not yet",
                issuer.signed(
                        claims.notBeforeTime(Date.from(now.plusSeconds(90))).build()));
        claims = issuer.claims(now, "coordinators");
        wrong.put("without an end", issuer.signed(claims.expirationTime(null).build()));
        claims = issuer.claims(now, "coordinators");
        wrong.put("without an account", issuer.signed(claims.subject(null).build()));
        JWTClaimsSet right = issuer.claims(now, "coordinators").build();
        wrong.put("signed by somebody else", issuer.forged(right));
        wrong.put("with a key of its own", issuer.bringingItsOwnKey(right));
        wrong.put("not signed, by a header in other letters", unsigned(right, "nOnE"));
        wrong.put("not signed", new PlainJWT(right).serialize());
        wrong.put("signed with a shared secret", withSecret(right));
        String token = issuer.signed(right);
        wrong.put(
                "altered",
                token.substring(0, token.lastIndexOf('.') - 4) + "AAAA" + token.substring(token.lastIndexOf('.')));

        wrong.forEach((why, jwt) -> ApiKeys.bearer(jwt)
                .get("/v1/peers")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:peerline:problem:unauthenticated")));
        assertEquals(200, peersWith(token));
    }

    private static String unsigned(JWTClaimsSet claims, String algorithm) {
        var letters = Base64.getUrlEncoder().withoutPadding();
        return letters.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + letters.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8)) + ".";
    }

    @Test
    void key_that_nobody_has_is_refused_however_often_and_keeps_nobody_else_out() {
        var claims = issuer.claims(programme.now(), "coordinators").build();
        for (int i = 0; i < 5; i++) {
            assertEquals(401, peersWith(issuer.signedByAStranger(claims)), "try " + i);
        }

        assertEquals(200, peersWith(issuer.signed(claims)));
    }

    @Test
    void account_with_the_number_of_a_peer_is_no_peer() {
        programme.peer(Samples.amara());
        String token = issuer.signed(issuer.claims(programme.now(), "coordinators", "PEER", "peer")
                .claim("phone_number", Samples.AMARAS_NUMBER)
                .claim("phone_number_verified", true)
                .claim("roles", List.of("PEER"))
                .claim("peerId", "1")
                .build());

        for (String own : List.of("/v1/me", "/v1/me/assignments", "/v1/me/export", "/v1/me/calendar")) {
            assertEquals(403, ApiKeys.bearer(token).get(own).statusCode(), own);
        }
    }

    @Test
    void claim_of_groups_in_another_form_opens_no_door() {
        Instant now = programme.now();
        for (Object groups :
                new Object[] {"coordinators", Map.of("roles", Map.of("coordinators", true)), 7, List.of()}) {
            String token = issuer.signed(
                    issuer.claims(now).claim("realm_access", groups).build());
            assertEquals(403, peersWith(token), String.valueOf(groups));
        }
    }

    @Test
    void token_for_several_services_is_taken_where_one_of_them_is_ours() {
        var claims = issuer.claims(programme.now(), "coordinators");

        assertEquals(
                200,
                peersWith(issuer.signed(
                        claims.audience(List.of("another", Issuer.AUDIENCE)).build())));
    }

    private static String withSecret(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        token.sign(new MACSigner(new byte[32]));
        return token.serialize();
    }

    @Test
    void new_key_of_the_issuer_is_learned_within_moments() {
        assertEquals(200, soonOpens(issuer.token(programme.now(), "coordinators")));

        issuer.rotateKey();

        assertEquals(200, soonOpens(issuer.token(programme.now(), "coordinators")));
    }

    /** The issuer is asked for new keys once a second here, whatever others asked before. */
    private static int soonOpens(String token) {
        int status = peersWith(token);
        for (int tries = 0; status == 401 && tries < 50; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            status = peersWith(token);
        }
        return status;
    }

    @Test
    void audit_knows_the_account_by_an_id_and_the_database_not_by_name() {
        String peer = programme.peer(Samples.amara()).toString();

        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .get("/v1/peers/" + peer)
                .then()
                .statusCode(200);

        ApiKeys.bearer(issuer.token(programme.now(), "audit"))
                .get("/v1/audit-events?subject=" + peer)
                .then()
                .statusCode(200)
                .body("items[1].actorKind", equalTo("STAFF"))
                .body("items[1].actorRoles", equalTo("COORDINATOR"));
        var rows = jdbi.withHandle(handle -> handle.select("select t::text from staff_account t")
                .mapTo(String.class)
                .list());
        assertEquals(1, rows.size());
        assertFalse(rows.get(0).contains("account-17") || rows.get(0).contains("Casey"));
    }

    @Test
    void staff_cannot_pass_for_a_peer() {
        ApiKeys.bearer(issuer.token(programme.now(), "coordinators"))
                .body(Map.of())
                .get("/v1/me")
                .then()
                .statusCode(403);
    }
}
