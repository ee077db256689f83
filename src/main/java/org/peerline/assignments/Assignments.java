package org.peerline.assignments;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which request is, or was, with which peer. */
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, UUID> {

    public Optional<Assignment> openOf(UUID request) {
        return find("requestId = ?1 and status = ?2", request, AssignmentStatus.OPEN)
                .firstResultOptional();
    }

    /** The open assignment of each request that has one, with one query. */
    public Map<UUID, Assignment> openOf(Collection<UUID> requests) {
        return list("requestId in ?1 and status = ?2", requests, AssignmentStatus.OPEN).stream()
                .collect(Collectors.toMap(Assignment::requestId, Function.identity()));
    }

    /** Whose an assignment is, without loading it: it may be changed only after it has been read under its lock. */
    public Optional<UUID> peerOf(UUID id) {
        return getEntityManager()
                .createQuery("select a.peerId from Assignment a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /**
     * The assignment under its row's lock: whoever changes its state, or its calls, reads it with this first. It is read
     * anew, because somebody else may have changed it between a look at it and the lock.
     */
    public Assignment locked(UUID id) {
        Assignment assignment = findById(id);
        // What this transaction itself has changed must not be lost by reading anew.
        flush();
        getEntityManager().refresh(assignment, LockModeType.PESSIMISTIC_WRITE);
        return assignment;
    }

    public List<Assignment> pageOf(UUID peer, Optional<UUID> after, int limit) {
        return find("peerId = ?1 and (?2 is null or id > ?2) order by id", peer, after.orElse(null))
                .page(0, limit)
                .list();
    }

    /** What a peer has open now, longest first. */
    public List<Assignment> openOfPeer(UUID peer) {
        return list("peerId = ?1 and status = ?2 order by assignedAt, id", peer, AssignmentStatus.OPEN);
    }

    /** The assignment, if it is or was this peer's. */
    public Optional<Assignment> ofPeer(UUID id, UUID peer) {
        return find("id = ?1 and peerId = ?2", id, peer).firstResultOptional();
    }

    /** Whether the assignment is open, and stays so until the caller's transaction is over. Many may ask at once. */
    public boolean staysOpen(UUID id) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from assignment where id = :id and status = 'OPEN' for share", Integer.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
