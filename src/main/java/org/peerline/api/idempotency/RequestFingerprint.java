package org.peerline.api.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.peerline.api.problem.BadInput;

/** What makes a request the same as an earlier one. */
@ApplicationScoped
public class RequestFingerprint {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,255}");

    private final CurrentVertxRequest current;
    private final SecurityIdentity identity;

    RequestFingerprint(CurrentVertxRequest current, SecurityIdentity identity) {
        this.current = current;
        this.identity = identity;
    }

    /** Empty when the caller sent no key; 400 when it is not 1 to 255 printable ASCII characters, given once. */
    Optional<ClaimedKey> claimed() {
        RoutingContext request = current.getCurrent();
        List<String> keys = request.request().headers().getAll(HEADER);
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        if (keys.size() > 1 || !PRINTABLE.matcher(keys.get(0)).matches()) {
            throw BadInput.of(HEADER, "Must be 1 to 255 printable ASCII characters, given once.");
        }
        var digest = BodyDigest.sha256();
        digest.update(
                (request.request().method() + " " + request.request().uri() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] body = request.get(BodyDigest.KEY);
        if (body != null) {
            digest.update(body);
        }
        byte[] keyHash = BodyDigest.sha256().digest(keys.get(0).getBytes(StandardCharsets.US_ASCII));
        return Optional.of(new ClaimedKey(identity.getPrincipal().getName(), keyHash, digest.digest()));
    }
}
