package org.peerline.calls.time.grammar;

import java.util.Optional;
import java.util.function.Function;
import org.peerline.calls.time.phrase.TimePhrase;

/**
 * A rule fits here.
 *
 * @param end the place after the last term used
 * @param addTo puts what was read into the phrase; empty when that has been said already
 */
record Match(int end, Function<TimePhrase, Optional<TimePhrase>> addTo) {}
