package org.peerline.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.access.CurrentActor;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.audit.Audit;
import org.peerline.audit.AuditEvent;
import org.peerline.audit.AuditTrail;
import org.peerline.console.Live;
import org.peerline.console.Shell;
import org.peerline.console.lists.ByReference;
import org.peerline.console.lists.Only;
import org.peerline.console.lists.Sheet;
import org.peerline.core.Subject;
import org.peerline.requests.SupportRequest;

/** The audit as its page says it: ids and codes as behind the other door, and never a name. */
@ApplicationScoped
public class AuditEntries {
    private static final String PATH = "/console/audit";
    private static final String ITSELF = "AUDIT_READ";
    private static final int LONGEST = 36;

    private final AuditTrail trail;
    private final TracesOfRequest traces;
    private final ByReference byReference;
    private final CurrentActor current;
    private final Audit audit;

    AuditEntries(AuditTrail trail, TracesOfRequest traces, ByReference byReference, CurrentActor current, Audit audit) {
        this.trail = trail;
        this.traces = traces;
        this.byReference = byReference;
        this.current = current;
        this.audit = audit;
    }

    /**
     * An entry.
     *
     * @param actor the id of whoever it was; empty for the service and the first key
     * @param roles theirs at that moment
     * @param what in words; empty where there are none for the code
     * @param detail codes that explain it, and why it was done where that is asked; may be empty
     */
    public record Row(
            UUID id,
            String when,
            String who,
            String actor,
            String roles,
            String what,
            String code,
            String kind,
            UUID subject,
            String detail) {}

    /**
     * What is shown.
     *
     * @param only whom or what it is narrowed down to, by reference or by id
     * @param about as the audit names that
     * @param mark tells whether it is still what was shown. That somebody has looked is an entry too, and no news: or each
     *     look would be followed by another
     */
    public record Shown(Only only, Subject about, Sheet<Row> sheet, String mark) {}

    Shown shown(String asked, String cursor, Shell w) {
        String typed = asked == null ? "" : asked.strip();
        Optional<SupportRequest> request = byReference.find(typed);
        Optional<UUID> id = request.map(SupportRequest::id).or(() -> id(typed));
        var only = new Only(PATH, typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed, id);
        if (only.unknown()) {
            return new Shown(only, Subject.SERVICE, Sheet.whole(List.of()), Live.mark(only));
        }
        PageRequest page = Sheet.asked(cursor);
        List<AuditEvent> found =
                trail.latest(subjects(id, request), page.after().map(Cursor::id), page.rowsToRead());
        return new Shown(
                only,
                about(id, request, found),
                Sheet.of(found, cursor, page, AuditEvent::id).map(event -> row(event, w)),
                Live.mark(found.stream()
                        .filter(event -> !event.action().equals(ITSELF))
                        .findFirst()
                        .map(AuditEvent::id)));
    }

    /** Puts the look on record. */
    void noteSeen(Shown shown) {
        audit.record(current.actor(), ITSELF, shown.about(), null);
    }

    private Optional<Collection<UUID>> subjects(Optional<UUID> id, Optional<SupportRequest> request) {
        return request.<Collection<UUID>>map(known -> traces.of(known.id())).or(() -> id.map(Set::of));
    }

    private static Subject about(Optional<UUID> id, Optional<SupportRequest> request, List<AuditEvent> found) {
        if (request.isPresent()) {
            return Subject.of(Subject.Kind.REQUEST, request.get().id());
        }
        return found.stream()
                .filter(event -> id.filter(event.subjectId()::equals).isPresent())
                .findFirst()
                .map(event -> Subject.of(Subject.Kind.valueOf(event.subjectKind()), event.subjectId()))
                .orElse(Subject.SERVICE);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Row row(AuditEvent event, Shell w) {
        return new Row(
                event.id(),
                w.when(event.at()),
                w.code("actor", event.actorKind()),
                event.actorId() == null ? "" : event.actorId().toString(),
                inWords("role", event.actorRoles(), w),
                w.known("event." + event.action()).orElse(""),
                event.action(),
                w.code("subject", event.subjectKind()),
                event.subjectId(),
                explained(inWords("detail", event.detail(), w), inWords("detail", event.purpose(), w)));
    }

    private static String inWords(String kind, String codes, Shell w) {
        return codes == null || codes.isEmpty()
                ? ""
                : Arrays.stream(codes.split(","))
                        .map(code -> w.code(kind, code))
                        .collect(Collectors.joining(", "));
    }

    private static String explained(String detail, String purpose) {
        return detail.isEmpty() || purpose.isEmpty() ? detail + purpose : detail + "; " + purpose;
    }
}
