package org.peerline.archive.erasure.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.archive.erasure.Erasure;
import org.peerline.core.Subject;

/** The receipt of an erasure. */
@Schema(description = "That somebody was erased, and how much went; never what.")
public record ErasureReceipt(
        @Schema(required = true) UUID id,

        @Schema(
                description = "What they were to the programme.",
                enumeration = {"REQUESTER", "PEER"},
                required = true)
        Subject.Kind kind,

        @Schema(description = "The id of the person, which leads nowhere now.", required = true)
        UUID person,

        @Schema(
                description =
                        "Other entries of the same person that were erased with this one, each with a receipt of its"
                                + " own.",
                type = SchemaType.ARRAY,
                maxItems = 100)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<UUID> alsoErased,

        @Schema(required = true) Instant at,

        @Schema(description = "A code: why.", maxLength = 40, required = true)
        String reason,

        @Schema(description = "Rows by the names of the parts.", required = true)
        Map<String, Integer> removed,

        @Schema(
                description =
                        "The wrapping keys that existed then. Whoever has a back-up from before the erasure and one"
                                + " of these keys can still read the person in it.",
                type = SchemaType.ARRAY,
                maxItems = 100,
                required = true)
        List<@Min(Integer.MIN_VALUE) @Max(Integer.MAX_VALUE) Integer> wrappingKeys,

        @Schema(
                description =
                        "Since when none of those keys is in the keyset: from then on no back-up from before can be"
                                + " read by anybody who has kept no copy of the former keyset. Absent until then: exchange the"
                                + " wrapping key and destroy the former one.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant backUpsUnreadableSince) {

    static ErasureReceipt of(Erasure erasure) {
        return of(erasure, List.of());
    }

    /** @param others the receipts of the same person's other entries */
    public static ErasureReceipt of(Erasure erasure, List<Erasure> others) {
        return new ErasureReceipt(
                erasure.id(),
                erasure.person().kind(),
                erasure.person().id(),
                others.stream().map(other -> other.person().id()).toList(),
                erasure.at(),
                erasure.reason(),
                erasure.removed(),
                sorted(erasure.wrappingKeys()),
                erasure.keysGoneAt().orElse(null));
    }

    private static List<Integer> sorted(Collection<Integer> keys) {
        return keys.stream().sorted().toList();
    }
}
