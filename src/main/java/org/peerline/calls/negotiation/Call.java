package org.peerline.calls.negotiation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.peerline.core.Identifier;
import org.peerline.core.Party;

/**
 * A conversation at a time that one side has suggested, or at one of up to three times to choose from. It is AGREED
 * exactly when an agreement of each side to one time is on record. Only {@link Negotiation} and {@link Afterwards} change
 * it, because what one call may do depends on the others of its assignment, and on the time.
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
    Instant secondStart;
    Instant thirdStart;

    /** Worked out by the database, for its index. */
    @Column(insertable = false, updatable = false)
    Instant lastStart;

    String timeZone;

    @Enumerated(EnumType.STRING)
    CallStatus status;

    UUID replacesId;
    Instant settledAt;
    Integer minutes;
    Boolean furtherCall;
    UUID eventId;
    int eventSequence;

    @ElementCollection
    @CollectionTable(name = "call_agreement", joinColumns = @JoinColumn(name = "call_id"))
    @BatchSize(size = AS_MANY_AS_A_PAGE)
    Set<Agreement> agreements = new HashSet<>();

    protected Call() {}

    /** @param replaces the agreed call whose place this one takes once it is agreed; may be {@code null} */
    Call(UUID assignmentId, Agreement suggestion, Offer offer, UUID replaces) {
        this.id = Identifier.next();
        this.assignmentId = assignmentId;
        this.proposedBy = suggestion.party();
        this.proposedAt = suggestion.at();
        this.startsAt = offer.moment(0);
        this.secondStart = offer.moment(1);
        this.thirdStart = offer.moment(2);
        this.timeZone = offer.zone().getId();
        this.status = CallStatus.PROPOSED;
        this.replacesId = replaces;
        this.eventId = id;
        this.agreements.add(suggestion);
    }

    /** The other side's yes to one of the times: with it the call is agreed. */
    void agree(Agreement yes, Instant chosen) {
        require(status == CallStatus.PROPOSED && yes.party() == proposedBy.other() && offers(chosen));
        agreements.add(yes);
        startsAt = chosen;
        secondStart = null;
        thirdStart = null;
        status = CallStatus.AGREED;
    }

    void decline(Instant now) {
        settle(CallStatus.DECLINED, status == CallStatus.PROPOSED, now);
    }

    void counter(Instant now) {
        settle(CallStatus.COUNTERED, status == CallStatus.PROPOSED, now);
    }

    void cancel(Instant now) {
        if (status == CallStatus.AGREED) {
            eventSequence++;
        }
        settle(CallStatus.CANCELLED, status == CallStatus.PROPOSED || status == CallStatus.AGREED, now);
    }

    /** Gives its place, in calendars too, to a call that has just been agreed instead. */
    void moveTo(Call later, Instant now) {
        require(later.status == CallStatus.AGREED);
        later.eventId = eventId();
        later.eventSequence = eventSequence + 1;
        settle(CallStatus.CANCELLED, status == CallStatus.AGREED, now);
    }

    void lapse(Instant now) {
        settle(CallStatus.LAPSED, status == CallStatus.PROPOSED && !now.isBefore(lastTime()), now);
    }

    void held(OptionalInt length, Instant now) {
        settle(CallStatus.HELD, status == CallStatus.AGREED && !now.isBefore(startsAt), now);
        minutes = length.isPresent() ? length.getAsInt() : null;
    }

    void missed(Instant now) {
        settle(CallStatus.MISSED, status == CallStatus.AGREED && !now.isBefore(startsAt), now);
    }

    void anotherWouldHelp(boolean yes) {
        require((status == CallStatus.HELD || status == CallStatus.MISSED) && furtherCall == null);
        furtherCall = yes;
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

    /** Whether this is the time, or one of the times, that the other side may say yes to. */
    public boolean offers(Instant moment) {
        return moments().anyMatch(moment::equals);
    }

    /** The last moment at which it can begin. */
    Instant lastTime() {
        return moments().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Stream<Instant> moments() {
        return Stream.of(startsAt, secondStart, thirdStart).filter(Objects::nonNull);
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

    /** On the clocks of the zone that it was suggested in; while there are several times to choose from, the first. */
    public ZonedDateTime startsAt() {
        return startsAt.atZone(ZoneId.of(timeZone));
    }

    /** All times to choose from, in their order, which is also that of their numbers in a text. */
    public List<ZonedDateTime> times() {
        return moments().map(moment -> moment.atZone(ZoneId.of(timeZone))).toList();
    }

    /** The agreed call whose place this one takes, or took, when both said yes to it. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    /** How long it took, where the peer has said so. */
    public OptionalInt minutes() {
        return minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes);
    }

    /** Whether another call would help, where that has been said. */
    public Optional<Boolean> furtherCall() {
        return Optional.ofNullable(furtherCall);
    }

    /** The entry in calendars: the same for a call and all that it was moved to. */
    public UUID eventId() {
        return eventId == null ? id : eventId;
    }

    /** Counts the changes of the entry in calendars. */
    public int eventSequence() {
        return eventSequence;
    }

    /** In the order in which they were given. */
    public List<Agreement> agreements() {
        return agreements.stream().sorted(Comparator.comparing(Agreement::at)).toList();
    }
}
