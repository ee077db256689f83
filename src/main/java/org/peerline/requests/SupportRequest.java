package org.peerline.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.peerline.core.Reference;
import org.peerline.matching.Need.Wish;
import org.peerline.requests.waiting.Waiting;
import org.peerline.requests.waiting.WaitingReason;

/** One plea for support, from opening to close. Each step checks that it may follow the one before. */
@Entity
public class SupportRequest {
    @Id
    UUID id;

    @Version
    int version;

    Instant createdAt;
    String reference;
    UUID requesterId;
    String numberKey;

    @Enumerated(EnumType.STRING)
    OpenedThrough openedThrough;

    @Enumerated(EnumType.STRING)
    RequestStatus status;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    Instant closedAt;
    Instant waitingSince;

    @Enumerated(EnumType.STRING)
    WaitingReason waitingReason;

    String waitingRule;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] waitingEasing;

    boolean waitingEasingTogether;
    Instant lookAt;

    String wishSpecialty;
    String wishGender;
    boolean wishSamePeer;
    boolean wishNewPeer;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] wishMusts;

    byte[] avoid;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] avoidEmployerKeys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] avoidNameKeys;

    protected SupportRequest() {}

    SupportRequest(UUID id, Reference reference, Requester requester, OpenedThrough openedThrough, Instant now) {
        this.id = id;
        this.reference = reference.text();
        this.requesterId = requester.id();
        this.numberKey = requester.numberKey();
        this.openedThrough = openedThrough;
        this.createdAt = now;
        this.waitingSince = now;
        this.waitingReason = WaitingReason.NOBODY_AVAILABLE;
        this.waitingEasing = new String[0];
        this.status = RequestStatus.WAITING;
    }

    /** The door that the request came in by. */
    public enum OpenedThrough {
        API,
        SMS
    }

    /** Nobody could be assigned; the place in the queue stays what it was. */
    public void waits(Waiting why, Instant now) {
        require(status != RequestStatus.CLOSED);
        waitingSince = waitingSince == null ? now : waitingSince;
        waitingReason = why.reason();
        waitingRule = why.rule();
        waitingEasing = why.easing().stream().map(Enum::name).sorted().toArray(String[]::new);
        waitingEasingTogether = why.together();
        // At once: a place may have become free that this transaction did not see yet.
        lookAt = now;
        status = RequestStatus.WAITING;
    }

    /** It was looked at in vain; unless it is called before, it is looked at again then. */
    public void looksAgain(Instant at) {
        require(status == RequestStatus.WAITING);
        lookAt = at;
    }

    public void assigned() {
        require(status == RequestStatus.WAITING);
        status = RequestStatus.ASSIGNED;
        waitsNoMore();
    }

    /** The requester's first text has been relayed. */
    public void introduced() {
        require(status == RequestStatus.ASSIGNED);
        status = RequestStatus.INTRODUCED;
    }

    /** The peer has answered. */
    public void talking() {
        require(status == RequestStatus.INTRODUCED || status == RequestStatus.ASSIGNED);
        status = RequestStatus.TALKING;
    }

    public void close(Outcome how, Instant now) {
        require(status != RequestStatus.CLOSED);
        status = RequestStatus.CLOSED;
        outcome = how;
        closedAt = now;
        waitsNoMore();
    }

    private void waitsNoMore() {
        waitingSince = null;
        waitingReason = null;
        waitingRule = null;
        waitingEasing = new String[0];
        waitingEasingTogether = false;
        lookAt = null;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("request " + id + " is " + status);
        }
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Reference reference() {
        return new Reference(reference);
    }

    public UUID requesterId() {
        return requesterId;
    }

    public String numberKey() {
        return numberKey;
    }

    public RequestStatus status() {
        return status;
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    public Optional<WaitingReason> waitingReason() {
        return Optional.ofNullable(waitingReason);
    }

    /** Why nobody is assigned; empty when it does not wait, or nobody has looked yet. */
    public Optional<Waiting> waiting() {
        return Optional.ofNullable(waitingRule)
                .map(rule -> new Waiting(
                        waitingReason,
                        rule,
                        Arrays.stream(waitingEasing).map(Wish::valueOf).collect(Collectors.toSet()),
                        waitingEasingTogether));
    }

    public String wishSpecialty() {
        return wishSpecialty;
    }

    public String wishGender() {
        return wishGender;
    }

    public boolean wishSamePeer() {
        return wishSamePeer;
    }

    public boolean wishNewPeer() {
        return wishNewPeer;
    }

    public Set<String> wishMusts() {
        return Set.of(wishMusts);
    }

    public Set<String> avoidEmployerKeys() {
        return Set.of(avoidEmployerKeys);
    }

    public Set<String> avoidNameKeys() {
        return Set.of(avoidNameKeys);
    }
}
