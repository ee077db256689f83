package org.peerline.console.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.peerline.access.CurrentActor;
import org.peerline.api.problem.TryLater;
import org.peerline.audit.Audit;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;

/** Puts on record whose rows somebody is shown, and counts what is leafed through. Runs in the page's transaction. */
@ApplicationScoped
public class RowsShown {
    private final Limits limits;
    private final CurrentActor current;
    private final Audit audit;

    RowsShown(Limits limits, CurrentActor current, Audit audit) {
        this.limits = limits;
        this.current = current;
        this.audit = audit;
    }

    /** @param action as the audit names such a read */
    public void note(String action, Subject.Kind kind, Collection<UUID> subjects) {
        audit.recordReads(current.actor(), action, kind, subjects);
    }

    /**
     * Counts a part that is shown anew. The first page of a list may change every few seconds while it is left open, and
     * tells nothing that it has not told before; whoever asks for one page after the other, or for one reference after the
     * other, reads lists.
     */
    public void countAnew(Only only, String cursor) {
        boolean firstPage = only.everything() && (cursor == null || cursor.isEmpty());
        if (!firstPage) {
            limits.use(Limit.LISTS_PER_KEY, current.caller().name()).ifPresent(pause -> {
                throw TryLater.limitReached(pause);
            });
        }
    }
}
