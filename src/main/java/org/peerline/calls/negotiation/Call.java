package org.peerline.calls.negotiation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.peerline.core.Identifier;
import org.peerline.core.Party;

/**
 * A conversation at a time that one side has suggested. It is AGREED exactly when an agreement of each side is on record.
 * Only {@link Negotiation} changes it, because what one call may do depends on the others of its assignment.
 */
@Entity
public class Call {
    /** As many as a page of a list shows, so that their agreements are read with one query. */
    private static final int AS_MANY_AS_A_PAGE = 201;

    @Id
    UUID id;

    @Version
    int version;

    UUID assignmentId;

    @Enumerated(EnumType.STRING)
    Party proposedBy;

    Instant proposedAt;
    Instant startsAt;
    String timeZone;

    @Enumerated(EnumType.STRING)
    CallStatus status;

    UUID replacesId;
    Instant settledAt;

    @ElementCollection
    @CollectionTable(name = "call_agreement", joinColumns = @JoinColumn(name = "call_id"))
    @BatchSize(size = AS_MANY_AS_A_PAGE)
    Set<Agreement> agreements = new HashSet<>();

    protected Call() {}

    /** @param replaces the agreed call whose place this one takes once it is agreed; may be {@code null} */
    Call(UUID assignmentId, Agreement suggestion, ZonedDateTime startsAt, UUID replaces) {
        this.id = Identifier.next();
        this.assignmentId = assignmentId;
        this.proposedBy = suggestion.party();
        this.proposedAt = suggestion.at();
        this.startsAt = startsAt.toInstant();
        this.timeZone = startsAt.getZone().getId();
        this.status = CallStatus.PROPOSED;
        this.replacesId = replaces;
        this.agreements.add(suggestion);
    }

    /** The other side's yes: with it the call is agreed. */
    void agree(Agreement yes) {
        require(status == CallStatus.PROPOSED && yes.party() == proposedBy.other());
        agreements.add(yes);
        status = CallStatus.AGREED;
    }

    void decline(Instant now) {
        settle(CallStatus.DECLINED, status == CallStatus.PROPOSED, now);
    }

    void counter(Instant now) {
        settle(CallStatus.COUNTERED, status == CallStatus.PROPOSED, now);
    }

    void cancel(Instant now) {
        settle(CallStatus.CANCELLED, status == CallStatus.PROPOSED || status == CallStatus.AGREED, now);
    }

    void lapse(Instant now) {
        settle(CallStatus.LAPSED, status == CallStatus.PROPOSED && !now.isBefore(startsAt), now);
    }

    /** Both sides want this very time, and the one who says so now would give up another call for it. */
    void takesThePlaceOf(Call agreed) {
        require(status == CallStatus.PROPOSED && replacesId == null && agreed.status == CallStatus.AGREED);
        replacesId = agreed.id;
    }

    private void settle(CallStatus end, boolean allowed, Instant now) {
        require(allowed);
        status = end;
        settledAt = now;
    }

    private void require(boolean met) {
        if (!met) {
            throw new IllegalStateException("call " + id + " is " + status);
        }
    }

    public boolean isOpen() {
        return status == CallStatus.PROPOSED;
    }

    public boolean isAgreed() {
        return status == CallStatus.AGREED;
    }

    public boolean isAt(Instant moment) {
        return startsAt.equals(moment);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public UUID assignmentId() {
        return assignmentId;
    }

    public CallStatus status() {
        return status;
    }

    public Party proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** On the clocks of the zone that it was suggested in. */
    public ZonedDateTime startsAt() {
        return startsAt.atZone(ZoneId.of(timeZone));
    }

    /** The agreed call whose place this one takes, or took, when both said yes to it. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    /** In the order in which they were given. */
    public List<Agreement> agreements() {
        return agreements.stream().sorted(Comparator.comparing(Agreement::at)).toList();
    }
}
