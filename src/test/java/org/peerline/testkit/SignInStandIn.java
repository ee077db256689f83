package org.peerline.testkit;

import io.quarkus.arc.Unremovable;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.peerline.access.signin.CodeDelivery;
import org.peerline.access.signin.SignInDirectory;
import org.peerline.core.PhoneNumber;

/** People who may sign in without being on the roster, and the codes that reached them. All others go the real way. */
@Singleton
@Unremovable
public class SignInStandIn {
    private final Map<PhoneNumber, UUID> active = new ConcurrentHashMap<>();
    private final Map<PhoneNumber, String> lastCode = new ConcurrentHashMap<>();

    public UUID admit(PhoneNumber mobile) {
        return active.computeIfAbsent(mobile, unknown -> UUID.randomUUID());
    }

    /** Somebody on the roster. */
    public void admit(PhoneNumber mobile, UUID peer) {
        active.put(mobile, peer);
    }

    public void retire(PhoneNumber mobile) {
        active.remove(mobile);
    }

    public Optional<String> lastCode(PhoneNumber mobile) {
        return Optional.ofNullable(lastCode.get(mobile));
    }

    /** In front of the roster. */
    @Decorator
    @Priority(1)
    static class InFrontOfDirectory implements SignInDirectory {
        @Inject
        @Any
        @Delegate
        SignInDirectory roster;

        @Inject
        SignInStandIn standIn;

        @Override
        public Optional<UUID> activePeerWith(PhoneNumber mobile) {
            UUID known = standIn.active.get(mobile);
            return known == null ? roster.activePeerWith(mobile) : Optional.of(known);
        }
    }

    /** In front of the out-tray. */
    @Decorator
    @Priority(1)
    static class InFrontOfDelivery implements CodeDelivery {
        @Inject
        @Any
        @Delegate
        CodeDelivery outTray;

        @Inject
        SignInStandIn standIn;

        @Override
        public void deliver(UUID peerId, PhoneNumber to, String code) {
            if (standIn.active.containsKey(to)) {
                standIn.lastCode.put(to, code);
            } else {
                outTray.deliver(peerId, to, code);
            }
        }
    }
}
