package org.peerline.archive;

import java.time.Instant;
import java.util.List;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.HeldRecord;

/** Everything that is held about somebody, opened, for their own eyes: made for one answer and never kept. */
public record Dossier(Subject person, Instant preparedAt, List<Part> parts) {

    /** What one room holds; a room that holds nothing has a part without records. */
    public record Part(String heading, List<HeldRecord> records) {}

    @Override
    public String toString() {
        return "Dossier[" + person.id() + "]";
    }
}
