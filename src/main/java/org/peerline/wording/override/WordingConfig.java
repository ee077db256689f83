package org.peerline.wording.override;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Wording of one's own. */
@ConfigMapping(prefix = "peerline.wording")
public interface WordingConfig {
    /**
     * A directory with {@code texts_en.properties}, {@code texts_cy.properties} or both: lines that are said instead of
     * those that come with the service. Read and checked once, at the start.
     */
    Optional<String> directory();
}
