package org.peerline.intake.returning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often one credential may ask whether somebody is known. */
@ConfigMapping(prefix = "peerline.limit")
public interface RecognitionConfig {
    /** So many questions within {@link #recogniseWithin}. */
    @WithDefault("60")
    int recognise();

    /** The window of {@link #recognise}. */
    @WithDefault("PT10M")
    Duration recogniseWithin();
}
