package org.peerline.sms.outbox.gateway;

/**
 * The door through which it is tried, without sending anything, whether the provider is there.
 *
 * <p>Called by the clock, outside any transaction, while the provider is held back because it did not answer.
 */
public interface ProviderReach {
    /** Whether the provider answers. Never throws. */
    boolean answers();
}
