package org.peerline.conversation.safety;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What is done when somebody may be in danger. */
@ConfigMapping(prefix = "peerline.safety")
public interface SafetyConfig {
    /**
     * A file with a crisis list of one's own, in the form of the published one, which it replaces. Read and checked once,
     * at the start.
     */
    Optional<String> crisisList();

    /** The mobile number, in E.164, that is texted when a peer sends HELPME. Without it only the coordinator is told. */
    Optional<String> onCallNumber();
}
