package org.peerline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long credentials live. */
@ConfigMapping(prefix = "peerline.access")
public interface AccessConfig {
    /** A session ends after this long without a request. */
    @WithDefault("30M")
    Duration sessionIdle();

    /** A session ends after this long, whatever happens. */
    @WithDefault("12H")
    Duration sessionLongest();

    /** A one-time code can be used for this long. */
    @WithDefault("10M")
    Duration codeLifetime();

    /** So many wrong guesses end a code. */
    @WithDefault("5")
    int codeAttempts();

    /** So many codes can be asked for, for one number, within {@link #codesWithin}. */
    @WithDefault("3")
    int codesPerNumber();

    /** The window of {@link #codesPerNumber}. */
    @WithDefault("15M")
    Duration codesWithin();

    /** The last use of a credential is written down at most this often. */
    @WithDefault("1M")
    Duration lastUseEvery();
}
