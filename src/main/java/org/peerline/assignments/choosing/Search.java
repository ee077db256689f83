package org.peerline.assignments.choosing;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.peerline.matching.Need;

/**
 * For whom somebody is looked for.
 *
 * @param request the request, and when it was opened: whoever waited before it goes first
 * @param earlier peers whom the requester has been with before; for one who wishes for the same, only the last of them
 * @param never peers whom the requester is never brought together with again
 * @param turn the peer whose free place this request is offered; {@code null} when it is not called
 */
public record Search(Need need, UUID request, Instant opened, List<UUID> earlier, Set<UUID> never, UUID turn) {

    /** The same with other musts. */
    Search with(Need other) {
        return new Search(other, request, opened, earlier, never, turn);
    }
}
