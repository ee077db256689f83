package org.peerline.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.Identifier;
import org.peerline.core.Reference;
import org.peerline.core.TimeSource;
import org.peerline.matching.EmployerName;
import org.peerline.matching.NameKeys;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;
import org.peerline.requests.SupportRequest.OpenedThrough;

/** The requests for support. */
@ApplicationScoped
public class Requests implements PanacheRepositoryBase<SupportRequest, UUID> {
    private static final SealedField AVOID = new SealedField("support_request", "avoid");

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String POSITIONS = """
            select w.id, 1 + (select count(*) from support_request b where b.status = 'WAITING'
                              and (b.waiting_since, b.id) < (w.waiting_since, w.id)) as position
            from support_request w where w.id = any(:waiting)
            """;

    private final Jdbi jdbi;
    private final RequesterSealing sealing;
    private final Vault vault;
    private final TimeSource time;
    private final ObjectMapper json;

    Requests(Jdbi jdbi, RequesterSealing sealing, Vault vault, TimeSource time, ObjectMapper json) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.vault = vault;
        this.time = time;
        this.json = json;
    }

    /** Stores a new request, waiting. */
    public SupportRequest open(Requester requester, Plea plea, OpenedThrough door) {
        var request = new SupportRequest(Identifier.next(), unusedReference(), requester, door, time.now());
        request.wishSpecialty = plea.wishSpecialty();
        request.wishGender =
                plea.wishGender() == null ? null : plea.wishGender().name();
        request.wishSamePeer = plea.wishSamePeer();
        request.wishMusts = plea.musts().stream().map(Enum::name).sorted().toArray(String[]::new);
        if (!plea.avoidEmployers().isEmpty() || !plea.avoidNames().isEmpty()) {
            request.avoid = vault.seal(requester.id(), AVOID, request.id, asJson(plea));
        }
        request.avoidEmployerKeys = sealing.keys(
                "employer",
                plea.avoidEmployers().stream().map(EmployerName::normalise).toList());
        request.avoidNameKeys = sealing.keys(
                "name",
                plea.avoidNames().stream()
                        .map(NameKeys::ofAvoided)
                        .flatMap(keys -> keys.stream())
                        .toList());
        persist(request);
        return request;
    }

    /** What somebody asked for last, as far as it is about people and places to avoid. */
    public Optional<Plea> lastPlea(UUID requester) {
        return find("requesterId = ?1 order by createdAt desc, id desc", requester)
                .firstResultOptional()
                .map(request -> avoided(requester, request));
    }

    /** Whether the same person, by name and date of birth, has an open request under another number. */
    public boolean openElsewhere(RequesterProfile profile) {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select 1 from support_request r join requester q on q.id = r.requester_id"
                                + " where q.identity_key = ? and r.number_key <> ? and r.status <> 'CLOSED')",
                        sealing.identityKey(profile),
                        sealing.numberKey(profile))
                .mapTo(Boolean.class)
                .one());
    }

    /** By id, or by reference as a person may write it. */
    public Optional<SupportRequest> byIdOrReference(String written) {
        return Reference.parse(written)
                .map(reference -> find("reference", reference.text()).firstResultOptional())
                .orElseGet(() -> uuid(written).flatMap(this::findByIdOptional));
    }

    /** The one open request of a handset. */
    public Optional<SupportRequest> openOf(String numberKey) {
        return find("numberKey = ?1 and status <> ?2", numberKey, RequestStatus.CLOSED)
                .firstResultOptional();
    }

    /** The request under its row's lock: whoever changes its state reads it with this first. */
    public SupportRequest locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same, but empty when somebody else is changing it now. */
    public Optional<SupportRequest> lockedUnlessBusy(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .firstResultOptional();
    }

    /**
     * Requests in order of opening.
     *
     * @param peer only those that are with this peer now
     */
    public List<SupportRequest> page(
            Optional<RequestStatus> status,
            Optional<Reference> reference,
            Optional<UUID> peer,
            Optional<UUID> after,
            int limit) {
        return find(
                        "from SupportRequest r where (?1 is null or r.status = ?1) and (?2 is null or r.reference = ?2)"
                                + " and (?3 is null or exists (select 1 from Assignment a where a.requestId = r.id"
                                + " and a.peerId = ?3 and a.endedAt is null)) and (?4 is null or r.id > ?4) order by r.id",
                        status.orElse(null),
                        reference.map(Reference::text).orElse(null),
                        peer.orElse(null),
                        after.orElse(null))
                .page(0, limit)
                .list();
    }

    /** The places in the queue of those of {@code shown} that wait, counted from 1, with one query. */
    public Map<UUID, Integer> positions(List<SupportRequest> shown) {
        UUID[] waiting = shown.stream()
                .filter(request -> request.waitingSince().isPresent())
                .map(SupportRequest::id)
                .toArray(UUID[]::new);
        if (waiting.length == 0) {
            return Map.of();
        }
        flush();
        return jdbi.withHandle(handle -> handle.createQuery(POSITIONS)
                .bind("waiting", waiting)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getInt("position")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The ids of those who wait, first come first. */
    public Stream<UUID> waitingInOrder(int most) {
        return find("status = ?1 order by waitingSince, id", RequestStatus.WAITING).page(0, most).list().stream()
                .map(SupportRequest::id);
    }

    private Reference unusedReference() {
        Reference reference = Reference.random();
        while (count("reference", reference.text()) > 0) {
            reference = Reference.random();
        }
        return reference;
    }

    private String asJson(Plea plea) {
        try {
            return json.writeValueAsString(Map.of("employers", plea.avoidEmployers(), "names", plea.avoidNames()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an avoid list could not be written", e);
        }
    }

    private Plea avoided(UUID requester, SupportRequest request) {
        if (request.avoid == null) {
            return Plea.NOTHING_SPECIAL;
        }
        try {
            var avoided = json.readTree(vault.open(requester, AVOID, request.id, request.avoid));
            return new Plea(
                    json.convertValue(avoided.get("employers"), NAMES),
                    json.convertValue(avoided.get("names"), NAMES),
                    null,
                    null,
                    false,
                    Set.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an avoid list could not be read");
        }
    }

    private static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
