package org.peerline.privacy.keyset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.peerline.core.StartupRefused;

/**
 * Opens and closes a keyset that is kept as {@code {"vault": "vault:v1:..."}}: encrypted with a key of HashiCorp Vault's
 * transit engine that never leaves the vault. Whoever has the file and the database, and not the vault, reads nothing.
 */
@ApplicationScoped
public class KeysetEnvelope {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SEALED = "vault";

    private final Optional<String> address;
    private final Optional<String> key;
    private final Optional<String> token;
    private final Optional<String> tokenFile;

    public KeysetEnvelope(Config config) {
        this.address = config.getOptionalValue("peerline.vault.address", String.class);
        this.key = config.getOptionalValue("peerline.vault.transit-key", String.class);
        this.token = config.getOptionalValue("peerline.vault.token", String.class);
        this.tokenFile = config.getOptionalValue("peerline.vault.token-file", String.class);
    }

    /** The keyset in clear; a text that is no envelope comes back as it is. */
    String open(String text) throws IOException {
        JsonNode read = text.startsWith("{") ? JSON.readTree(text) : JSON.missingNode();
        if (!read.path(SEALED).isTextual()) {
            return text;
        }
        String answer = ask("decrypt", Map.of("ciphertext", read.path(SEALED).asText()), "plaintext");
        return new String(Base64.getDecoder().decode(answer), StandardCharsets.UTF_8);
    }

    /** In an envelope where a vault is configured. */
    String close(String keyset) throws IOException {
        if (address.isEmpty()) {
            return keyset;
        }
        String plain = Base64.getEncoder().encodeToString(keyset.getBytes(StandardCharsets.UTF_8));
        return JSON.writeValueAsString(Map.of(SEALED, ask("encrypt", Map.of("plaintext", plain), "ciphertext")));
    }

    private String ask(String what, Map<String, String> question, String field) throws IOException {
        if (address.isEmpty() || key.isEmpty() || (token.isEmpty() && tokenFile.isEmpty())) {
            throw new StartupRefused(
                    "The keyset is in an envelope: PEERLINE_VAULT_ADDRESS, PEERLINE_VAULT_TRANSIT_KEY and"
                            + " PEERLINE_VAULT_TOKEN or PEERLINE_VAULT_TOKEN_FILE say who opens it.");
        }
        String secret = token.isPresent()
                ? token.get()
                : Files.readString(Path.of(tokenFile.get())).strip();
        var request = HttpRequest.newBuilder(URI.create(address.get() + "/v1/transit/" + what + "/" + key.get()))
                .timeout(PATIENCE)
                .header("X-Vault-Token", secret)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .build();
        try {
            var answer = HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode found = JSON.readTree(answer.body()).path("data").path(field);
            if (answer.statusCode() != 200 || !found.isTextual()) {
                throw new StartupRefused(
                        "The vault does not " + what + " the keyset (status " + answer.statusCode() + ").");
            }
            return found.asText();
        } catch (IOException away) {
            throw new StartupRefused("The vault at PEERLINE_VAULT_ADDRESS cannot be reached.", away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupRefused("The start was interrupted.", e);
        }
    }
}
