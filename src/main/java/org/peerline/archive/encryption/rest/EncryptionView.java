package org.peerline.archive.encryption.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which key wraps what is new, and whether a former one is still needed. */
@Schema(name = "Encryption", description = "Which key wraps what is new, and whether a former one is still needed.")
public record EncryptionView(
        @Schema(
                description = "The id of the key in use.",
                minimum = "-2147483648",
                maximum = "2147483647",
                required = true)
        int wrappingKeyId,

        @Schema(
                description = "The ids of all keys in the keyset, the one in use included.",
                type = SchemaType.ARRAY,
                maxItems = 100,
                required = true)
        List<@Min(Integer.MIN_VALUE) @Max(Integer.MAX_VALUE) Integer> wrappingKeyIds,

        @Schema(
                description = "Values that a former key is needed for; it may be dropped at zero.",
                minimum = "0",
                maximum = "9223372036854775807",
                required = true)
        long left,

        @Schema(
                description = "Erasures that one of these keys, together with a back-up from before, could still undo.",
                minimum = "0",
                maximum = "9223372036854775807",
                required = true)
        long erasuresInBackUps) {}
