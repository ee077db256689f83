package org.peerline.peers;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.peerline.core.Gender;
import org.peerline.peers.availability.Availability;
import org.peerline.peers.availability.AvailabilityColumn;
import org.peerline.peers.availability.AwayPeriod;

/**
 * A peer-support doctor on the roster. Personal fields are sealed; {@link Peers} opens them.
 *
 * <p>How much of the capacity is in use is counted in the same row, but only ever changed by the statements that assign
 * and release, under that row's lock.
 */
@Entity
public class Peer {
    @Id
    UUID id;

    @Version
    int version;

    Instant createdAt;

    @Enumerated(EnumType.STRING)
    PeerStatus status;

    Instant pausedUntil;
    byte[] displayName;
    byte[] fullName;
    byte[] mobileNumber;
    String mobileKey;
    byte[] gmcNumber;
    String gmcKey;
    String jobRole;
    String specialty;

    @Enumerated(EnumType.STRING)
    Gender gender;

    String region;
    byte[] employers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] employerKeys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] nameKeys;

    byte[] avoid;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] avoidNameKeys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] avoidEmployerKeys;

    int capacity;
    int monthlyCap;

    @Convert(converter = AvailabilityColumn.class)
    Availability availability;

    String timeZone;

    @ElementCollection
    @CollectionTable(name = "peer_away", joinColumns = @JoinColumn(name = "peer_id"))
    @BatchSize(size = 200)
    Set<AwayPeriod> away = new HashSet<>();

    boolean handOver;

    @Column(insertable = false, updatable = false)
    int openAssignments;

    @Column(insertable = false, updatable = false)
    Instant lastAssignedAt;

    @Column(insertable = false, updatable = false)
    Instant forgottenAt;

    protected Peer() {}

    Peer(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.status = PeerStatus.ACTIVE;
    }

    /**
     * Takes no new requests until {@code until}, or until resumed when that is empty. What is open goes on, unless it is
     * to be handed over.
     */
    public void pause(Optional<Instant> until, boolean handOver) {
        status = PeerStatus.PAUSED;
        pausedUntil = until.orElse(null);
        this.handOver = handOver;
    }

    public void resume() {
        status = PeerStatus.ACTIVE;
        pausedUntil = null;
        handOver = false;
    }

    /** Takes part no longer; what is open is handed over. */
    public void retire() {
        status = PeerStatus.RETIRED;
        pausedUntil = null;
        handOver = true;
    }

    /** Nothing tells any more who this was. */
    public boolean isForgotten() {
        return forgottenAt != null;
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

    public PeerStatus status() {
        return status;
    }

    public Optional<Instant> pausedUntil() {
        return Optional.ofNullable(pausedUntil);
    }

    public String jobRole() {
        return jobRole;
    }

    public String specialty() {
        return specialty;
    }

    public int capacity() {
        return capacity;
    }

    /** In which the hours and the days away are meant. */
    public ZoneId timeZone() {
        return ZoneId.of(timeZone);
    }

    /** Open requests are being given to other peers. */
    public boolean handsOver() {
        return handOver;
    }

    public int openAssignments() {
        return openAssignments;
    }

    public Optional<Instant> lastAssignedAt() {
        return Optional.ofNullable(lastAssignedAt);
    }
}
