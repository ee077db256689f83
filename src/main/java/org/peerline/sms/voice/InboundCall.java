package org.peerline.sms.voice;

import java.util.Optional;
import org.peerline.core.PhoneNumber;

/**
 * A call to a number of ours.
 *
 * @param from empty when the caller withholds their number
 */
public record InboundCall(Optional<PhoneNumber> from, PhoneNumber to) {}
