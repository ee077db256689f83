package org.peerline.api.idempotency;

/** An answer with a secret in it, which is kept nowhere: a repeat of the request gets the answer without it. */
public interface ShownOnce {
    /** The same answer without the secret. */
    Object withoutSecret();
}
