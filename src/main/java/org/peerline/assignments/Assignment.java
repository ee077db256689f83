package org.peerline.assignments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.peerline.core.PhoneNumber;
import org.peerline.matching.ReasonCode;
import org.peerline.requests.SupportRequest;

/** A request is with a peer, from when to when, why they were chosen, and why it ended. */
@Entity
public class Assignment {
    @Id
    UUID id;

    @Version
    int version;

    UUID requestId;
    UUID requesterId;
    UUID peerId;
    String relayNumber;

    @Enumerated(EnumType.STRING)
    AssignmentStatus status;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] reasons;

    String firstNameKey;
    Instant assignedAt;
    Instant firstTextAt;
    Instant firstAnswerAt;
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    EndReason endReason;

    protected Assignment() {}

    Assignment(
            UUID id,
            SupportRequest request,
            UUID peerId,
            PhoneNumber relayNumber,
            List<ReasonCode> reasons,
            Instant now) {
        this.id = id;
        this.requestId = request.id();
        this.requesterId = request.requesterId();
        this.peerId = peerId;
        this.relayNumber = relayNumber.e164();
        this.reasons = reasons.stream().map(Enum::name).toArray(String[]::new);
        this.assignedAt = now;
        this.status = AssignmentStatus.OPEN;
    }

    void knownByFirstName(String key) {
        firstNameKey = key;
    }

    /** True when this was the requester's first text to this peer. */
    public boolean noteFirstText(Instant now) {
        boolean first = firstTextAt == null;
        firstTextAt = first ? now : firstTextAt;
        return first;
    }

    /** True when this was the peer's first answer. */
    public boolean noteFirstAnswer(Instant now) {
        boolean first = firstAnswerAt == null;
        firstAnswerAt = first ? now : firstAnswerAt;
        return first;
    }

    public void end(EndReason why, Instant now) {
        if (status != AssignmentStatus.OPEN) {
            throw new IllegalStateException("assignment " + id + " is " + status);
        }
        status = AssignmentStatus.ENDED;
        endReason = why;
        endedAt = now;
    }

    public boolean isOpen() {
        return status == AssignmentStatus.OPEN;
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public UUID requestId() {
        return requestId;
    }

    public UUID requesterId() {
        return requesterId;
    }

    public UUID peerId() {
        return peerId;
    }

    public PhoneNumber relayNumber() {
        return new PhoneNumber(relayNumber);
    }

    public AssignmentStatus status() {
        return status;
    }

    public List<ReasonCode> reasons() {
        return Arrays.stream(reasons).map(ReasonCode::valueOf).toList();
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public Optional<Instant> firstTextAt() {
        return Optional.ofNullable(firstTextAt);
    }

    public Optional<Instant> firstAnswerAt() {
        return Optional.ofNullable(firstAnswerAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<EndReason> endReason() {
        return Optional.ofNullable(endReason);
    }
}
