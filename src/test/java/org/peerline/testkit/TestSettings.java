package org.peerline.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.peerline.privacy.MasterKeys;

/** The configuration that a production service is given: a keyset and the first admin key. */
public final class TestSettings implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN_KEY = "pl_TESTtestTESTtestTESTtestTESTtestTESTtestTES";

    @Override
    public Map<String, String> start() {
        return Map.of(
                "peerline.encryption.keyset", MasterKeys.generate(),
                "peerline.admin-key", ADMIN_KEY,
                "peerline.helpline", "0808 157 0001",
                // Nothing happens by itself: tests step time and let things happen with Programme.settle().
                "peerline.clock.enabled", "false",
                "peerline.clock.tick", "off",
                // People in tests read and answer at once.
                "peerline.clock.call.answer-takes", "PT0S");
    }

    @Override
    public void stop() {}
}
