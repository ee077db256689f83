package org.peerline.console.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.peerline.console.Live;
import org.peerline.console.home.Lane.Move;
import org.peerline.console.lists.RowsShown;
import org.peerline.core.Subject;

/**
 * Puts on record whose calls, texts and tasks the first screen has shown, as their own pages do. Requests stand there by
 * reference, age and a code, and are not.
 */
@ApplicationScoped
class LanesShown {
    private static final Read TASK = new Read("TASK_READ", Subject.Kind.TASK);
    private static final Map<String, Read> READS = Map.of(
            "safety",
            TASK,
            "tasks",
            TASK,
            "calls",
            new Read("CALL_READ", Subject.Kind.CALL),
            "texts",
            new Read("MESSAGE_READ", Subject.Kind.MESSAGE));

    private final RowsShown rowsShown;

    LanesShown(RowsShown rowsShown) {
        this.rowsShown = rowsShown;
    }

    /** As the audit names it. */
    private record Read(String action, Subject.Kind kind) {}

    void note(List<Lane> lanes) {
        lanes.stream().filter(LanesShown::isRead).forEach(lane -> {
            Read read = READS.get(lane.name());
            rowsShown.note(
                    read.action(),
                    read.kind(),
                    lane.moves().stream()
                            .map(move -> UUID.fromString(move.id()))
                            .toList());
        });
    }

    /** News are other rows, or what has become of one; whoever left the page open has read the same ones before. */
    static String mark(List<Lane> lanes) {
        List<String> read = lanes.stream()
                .filter(LanesShown::isRead)
                .flatMap(lane -> lane.moves().stream())
                .map(LanesShown::content)
                .toList();
        return Live.mark(read, lanes);
    }

    private static String content(Move move) {
        return move.id() + move.what();
    }

    private static boolean isRead(Lane lane) {
        return READS.containsKey(lane.name());
    }
}
