package org.peerline.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.peerline.privacy.MasterKeys;

/** The configuration that a production service is given: a keyset and the first admin key. */
public final class TestSettings implements QuarkusTestResourceLifecycleManager {
    public static final String ADMIN_KEY = "pl_TESTtestTESTtestTESTtestTESTtestTESTtestTES";

    /** Nothing happens by itself: tests step time and let things happen with {@link Programme#settle}. */
    private static final Map<String, String> CLOCKS_THAT_STAND = Map.of(
            "peerline.clock.enabled", "false",
            "peerline.clock.tick", "off",
            "peerline.clock.numbers-look", "off",
            "peerline.clock.stored-answers-sweep", "off",
            "peerline.clock.sign-in-sweep", "off");

    /** Two class loaders load this class: what they share is here. */
    private static final String KEYSET_FILE = "peerline.tests.keyset-file";

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(CLOCKS_THAT_STAND);
        settings.putAll(Map.of(
                "peerline.encryption.keyset", keysetFile(),
                "peerline.admin-key", ADMIN_KEY,
                "peerline.helpline", "0808 157 0001",
                "peerline.safety.on-call-number", "+447400900999",
                // People in tests read and answer at once.
                "peerline.clock.call.answer-takes", "PT0S",
                // All tests together are one day.
                "peerline.limit.segments-per-day", "0",
                "peerline.sms.answers-abroad", "true",
                "peerline.limit.body-time", "PT5S"));
        return settings;
    }

    /** The file of the keyset: the same for the whole run, and gone after it. */
    public static synchronized String keysetFile() {
        String file = System.getProperty(KEYSET_FILE);
        if (file == null) {
            try {
                Path made = Files.writeString(Files.createTempFile("peerline-keyset", ".json"), MasterKeys.generate());
                made.toFile().deleteOnExit();
                file = made.toString();
                System.setProperty(KEYSET_FILE, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return file;
    }

    @Override
    public void stop() {}
}
