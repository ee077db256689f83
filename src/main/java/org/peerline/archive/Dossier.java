package org.peerline.archive;

import java.time.Instant;
import java.util.List;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.HeldRecord;

/**
 * Everything that is held about somebody, opened, for their own eyes: made for one answer and never kept.
 *
 * @param entries under which they are held; more than one when somebody has said that these are one person
 */
public record Dossier(List<Subject> entries, Instant preparedAt, List<Part> parts) {

    /** What one room holds; a room that holds nothing has a part without records. */
    public record Part(String heading, List<HeldRecord> records) {}

    @Override
    public String toString() {
        return "Dossier[" + entries.get(0).id() + "]";
    }
}
