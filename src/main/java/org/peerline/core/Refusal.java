package org.peerline.core;

/**
 * An expected "no": the request was well formed, but the present state does not allow it. Returned as a value; the
 * REST doors answer 409 with {@code code} as the machine-readable reason.
 *
 * @param code snake_case, stable, part of the contract
 * @param detail one sentence for a person, without personal data
 */
public record Refusal(String code, String detail) {}
