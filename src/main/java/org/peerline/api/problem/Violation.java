package org.peerline.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One fault in what was sent.
 *
 * @param field the path of the faulty property or parameter, such as {@code availability[1].from}; empty when the fault
 *     is in the body as a whole
 * @param message a sentence that can be read out to the person whose details they are; never the value itself
 */
@Schema(description = "One fault in what was sent.")
public record Violation(
        @Schema(
                description = "Path of the faulty property or parameter; empty for the body as a whole.",
                maxLength = 200,
                examples = "address.postcode")
        String field,

        @Schema(
                description = "A sentence that can be read out to a caller; never the value that was sent.",
                maxLength = 500,
                examples = "This is not a UK postcode.")
        String message) {}
