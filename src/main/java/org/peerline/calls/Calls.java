package org.peerline.calls;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.peerline.calls.negotiation.Call;
import org.peerline.calls.negotiation.CallStatus;
import org.peerline.calls.negotiation.Negotiation;
import org.peerline.core.Reference;

/** The calls that were ever suggested. */
@ApplicationScoped
public class Calls implements PanacheRepositoryBase<Call, UUID> {

    /** Whose a call is; known without loading it, because it may be changed only after its assignment is locked. */
    public record Place(UUID assignmentId, UUID peerId) {}

    /**
     * Which calls a list shows; every part may be empty.
     *
     * @param from the first moment that a call may start at
     * @param to calls from this moment on are not shown
     */
    public record Filter(
            Optional<UUID> peer, Optional<CallStatus> status, Optional<Instant> from, Optional<Instant> to) {}

    /** The last call of the page before. */
    public record After(Instant startsAt, UUID id) {}

    public Optional<Place> placeOf(UUID call) {
        return getEntityManager()
                .createQuery(
                        "select a.id, a.peerId from Call c join Assignment a on a.id = c.assignmentId where c.id = :id",
                        Place.class)
                .setParameter("id", call)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * Takes the lock that every step takes, unless somebody else has it: then they do what is due themselves, or it is
     * tried again soon.
     */
    boolean claim(UUID assignment) {
        return !getEntityManager()
                .createNativeQuery("select id from assignment where id = :id for update skip locked", UUID.class)
                .setParameter("id", assignment)
                .getResultList()
                .isEmpty();
    }

    /** The call as it stands now; for a step that may have looked at it before it had the assignment's lock. */
    Call readAnew(UUID id) {
        Call call = findById(id);
        getEntityManager().refresh(call);
        return call;
    }

    /** What is open or agreed now; a step may be taken only with the assignment locked before this is read. */
    public Negotiation negotiation(UUID assignment, Instant now) {
        return new Negotiation(
                assignment,
                list(
                        "assignmentId = ?1 and (status = ?2 or (status = ?3 and startsAt > ?4))",
                        assignment,
                        CallStatus.PROPOSED,
                        CallStatus.AGREED,
                        now),
                now);
    }

    /** Agreed calls of the assignment whose time has come and whose outcome nobody has said yet; the latest first. */
    public List<Call> withoutOutcome(UUID assignment, Instant now) {
        return list(
                "assignmentId = ?1 and status = ?2 and startsAt <= ?3 order by startsAt desc",
                assignment,
                CallStatus.AGREED,
                now);
    }

    /** The latest call of the assignment that has an outcome, while nobody has said whether another would help. */
    public Optional<Call> latestToFollow(UUID assignment) {
        return latestReported(assignment).filter(call -> call.furtherCall().isEmpty());
    }

    /** The latest call of the assignment of which somebody has said how it went. */
    public Optional<Call> latestReported(UUID assignment) {
        return find("assignmentId = ?1 and status in (HELD, MISSED) order by startsAt desc, id desc", assignment)
                .firstResultOptional();
    }

    /** The calls of the assignment that both agreed to, with a start between these moments, both included. */
    public List<Call> agreedBetween(UUID assignment, Instant from, Instant to) {
        return list(
                "assignmentId = ?1 and status in (AGREED, HELD, MISSED) and startsAt between ?2 and ?3 order by startsAt",
                assignment,
                from,
                to);
    }

    /** The assignments whose open proposal has come to its own time. */
    List<UUID> assignmentsToLapse(Instant now, int most) {
        return find("status = ?1 and lastStart <= ?2 order by lastStart", CallStatus.PROPOSED, now)
                .page(0, most)
                .list()
                .stream()
                .map(Call::assignmentId)
                .toList();
    }

    /** When the next open proposal comes to its own time. */
    Optional<Instant> nextToLapse() {
        return getEntityManager()
                .createQuery("select min(c.lastStart) from Call c where c.status = PROPOSED", Instant.class)
                .getResultList()
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** In order of their start. */
    public List<Call> page(Filter filter, Optional<After> after, int limit) {
        var where = new StringBuilder("select c from Call c");
        var values = new HashMap<String, Object>();
        filter.peer().ifPresent(peer -> {
            where.append(" join Assignment a on a.id = c.assignmentId and a.peerId = :peer");
            values.put("peer", peer);
        });
        where.append(" where true = true");
        filter.status().ifPresent(status -> {
            where.append(" and c.status = :status");
            values.put("status", status);
        });
        filter.from().ifPresent(from -> {
            where.append(" and c.startsAt >= :from");
            values.put("from", from);
        });
        filter.to().ifPresent(to -> {
            where.append(" and c.startsAt < :to");
            values.put("to", to);
        });
        after.ifPresent(last -> {
            where.append(" and (c.startsAt > :lastStart or (c.startsAt = :lastStart and c.id > :lastId))");
            values.put("lastStart", last.startsAt());
            values.put("lastId", last.id());
        });
        return find(where + " order by c.startsAt, c.id", values).page(0, limit).list();
    }

    /** The reference of the request that each assignment is of, with one query. */
    public Map<UUID, Reference> references(Collection<UUID> assignments) {
        return getEntityManager()
                .createQuery(
                        "select a.id, r from Assignment a join SupportRequest r on r.id = a.requestId where a.id in :ids",
                        Object[].class)
                .setParameter("ids", assignments)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(
                        row -> (UUID) row[0], row -> ((org.peerline.requests.SupportRequest) row[1]).reference()));
    }
}
