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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An identity provider on this machine: OpenID Connect discovery, its public keys, tokens signed with the private one, and
 * a sign-in page that gives codes for tokens.
 */
public final class Issuer implements QuarkusTestResourceLifecycleManager {
    public static final String AUDIENCE = "peerline-tests";
    public static final String CLIENT = "peerline-pages";
    private static final String SECRET = "a secret + of two";

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private HttpServer server;
    private volatile RSAKey key;
    private volatile Instant now = Instant.EPOCH;
    private volatile List<String> groups = List.of();
    private volatile boolean groupsInAccessTokenOnly;
    private volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

    @Override
    public Map<String, String> start() {
        try {
            key = newKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
            server.createContext("/keys", exchange -> answer(exchange, new JWKSet(key.toPublicJWK()).toString()));
            server.createContext("/authorize", this::authorize);
            server.createContext("/token", this::exchange);
            server.createContext("/leave", exchange -> html(exchange, "You have left " + exchange.getRequestURI()));
            server.start();
            return settings();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a service is told of this issuer. */
    public Map<String, String> settings() {
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
                "coordinators=COORDINATOR,leads=COORDINATOR,leads=SAFEGUARDING,audit=AUDITOR",
                "peerline.oidc.client-id",
                CLIENT,
                "peerline.oidc.client-secret",
                SECRET);
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Who comes to the sign-in page from now on, at what time. */
    public void somebodyWith(Instant moment, String... theirGroups) {
        now = moment;
        groups = List.of(theirGroups);
        groupsInAccessTokenOnly = false;
        lie = UnaryOperator.identity();
    }

    /** As some providers do it. */
    public void tellsGroupsInAccessTokensOnly() {
        groupsInAccessTokenOnly = true;
    }

    /** The next identity is not quite right. */
    public void says(UnaryOperator<JWTClaimsSet.Builder> something) {
        lie = something;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
        if (!CLIENT.equals(asked.get("client_id"))
                || !"code".equals(asked.get("response_type"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.getOrDefault("scope", "").contains("openid")
                || asked.getOrDefault("state", "").isEmpty()) {
            html(exchange, "This is not a request that this provider knows.");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String back = asked.get("redirect_uri") + "?state=" + asked.get("state");
        html(
                exchange,
                "<h1>Your organisation</h1><a id='continue' href='" + back + "&code=" + code + "'>Continue as Casey</a>"
                        + " <a id='no' href='" + back + "&error=access_denied'>No</a>");
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        String login = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        boolean right = asked != null
                && ("Basic " + login).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && asked.get("code_challenge").equals(challengeOf(sent.getOrDefault("code_verifier", "")));
        if (!right) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String[] told = groupsInAccessTokenOnly ? new String[0] : groups.toArray(String[]::new);
        var identity = claims(now, told).audience(CLIENT).claim("nonce", asked.get("nonce"));
        answer(
                exchange,
                "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 300, \"id_token\": \"%s\"}"
                        .formatted(
                                token(now, groups.toArray(String[]::new)),
                                signed(lie.apply(identity).build(), key)));
    }

    private static String challengeOf(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Stream.of(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
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
                 "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/leave", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(address());
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        answer(exchange, 200, body);
    }

    private static void html(HttpExchange exchange, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        answer(exchange, 200, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
