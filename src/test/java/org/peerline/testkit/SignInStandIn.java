package org.peerline.testkit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.peerline.access.signin.CodeDelivery;
import org.peerline.access.signin.SignInDirectory;
import org.peerline.core.PhoneNumber;

/** People who may sign in, and the phones that their codes arrive at. */
@ApplicationScoped
public class SignInStandIn implements SignInDirectory, CodeDelivery {
    private final Map<PhoneNumber, UUID> active = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, String> lastCode = new ConcurrentHashMap<>();

    public UUID admit(PhoneNumber mobile) {
        return active.computeIfAbsent(mobile, unknown -> UUID.randomUUID());
    }

    public void retire(PhoneNumber mobile) {
        active.remove(mobile);
    }

    public Optional<String> lastCode(PhoneNumber mobile) {
        return Optional.ofNullable(lastCode.get(mobile));
    }

    @Override
    public Optional<UUID> activePeerWith(PhoneNumber mobile) {
        return Optional.ofNullable(active.get(mobile));
    }

    @Override
    public void deliver(UUID peerId, PhoneNumber to, String code) {
        lastCode.put(to, code);
    }
}
