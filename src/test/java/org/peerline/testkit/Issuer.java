package org.peerline.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An identity provider on this machine: OpenID Connect discovery, its public keys, and tokens signed with the private one. */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    public static final String AUDIENCE = "peerline-tests";

    private HttpServer server;
    private volatile RSAKey key;

    @Override
    public Map<String, String> start() {
        try {
            key = newKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
            server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.start();
            return Map.of(
                    "peerline.oidc.new-keys-every",
                    "PT1S",
                    "peerline.oidc.issuer",
                    address(),
                    "peerline.oidc.audience",
                    AUDIENCE,
                    "peerline.oidc.roles-claim",
                    "realm_access.roles",
                    "peerline.oidc.roles",
                    "coordinators=COORDINATOR,leads=COORDINATOR,leads=SAFEGUARDING,audit=AUDITOR");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector tests) {
        tests.injectIntoFields(this, new TestInjector.MatchesType(Issuer.class));
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on tokens are signed with another key, as issuers do from time to time. */
    public void rotateKey() {
        key = newKey();
    }

    /** What an ordinary token says at that moment; tests change one thing. */
    public JWTClaimsSet.Builder claims(Instant now, String... groups) {
        return new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(AUDIENCE)
                .subject("account-17")
                .claim("name", "Casey Coordinator")
                .claim("realm_access", Map.of("roles", List.of(groups)))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    public String token(Instant now, String... groups) {
        return signed(claims(now, groups).build(), key);
    }

    public String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    /** By somebody else, under the name of our key. */
    public String forged(JWTClaimsSet claims) {
        return signed(claims, new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build());
    }

    /** By somebody else, under the name of a key that nobody has. */
    public String signedByAStranger(JWTClaimsSet claims) {
        return signed(claims, newKey());
    }

    /** By somebody else, with the key to check it by in the token itself. */
    public String bringingItsOwnKey(JWTClaimsSet claims) {
        try {
            RSAKey own = newKey();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .jwk(own.toPublicJWK())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(own));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(with.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/keys", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address());
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
