package org.peerline.api.idempotency;

/**
 * A key that came with a request.
 *
 * @param caller whose key it is: two callers may use the same one
 * @param keyHash SHA-256 of the key, because a careless caller may put a name into it
 * @param fingerprint SHA-256 over method, address and body
 */
record ClaimedKey(String caller, byte[] keyHash, byte[] fingerprint) {}
