package org.peerline.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private static final int MANY = 8;

    // One or few are counted each; for many it is less work to number everybody who waits once.
    private static final String ALL_POSITIONS = """
            select id, position from (
                select id, row_number() over (order by created_at, id) as position
                from support_request where status = 'WAITING') as numbered
            where id = any(:waiting)
            """;

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final String POSITIONS = """
            select w.id, 1 + (select count(*) from support_request b where b.status = 'WAITING'
                              and (b.created_at, b.id) < (w.created_at, w.id)) as position
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

    /** A new request, not stored yet: it is stored as what it becomes when somebody has been looked for. */
    public SupportRequest prepare(Requester requester, Plea plea, Reference reference, OpenedThrough door) {
        var request = new SupportRequest(Identifier.next(), reference, requester, door, time.now());
        request.wishSpecialty = plea.wishSpecialty();
        request.wishGender =
                plea.wishGender() == null ? null : plea.wishGender().name();
        request.wishSamePeer = plea.wishSamePeer();
        request.wishNewPeer = plea.wishNewPeer();
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
        return request;
    }

    /** What somebody asked for last, as far as it is about people and places to avoid. */
    public Optional<Plea> lastPlea(UUID requester) {
        return find("requesterId = ?1 order by createdAt desc, id desc", requester)
                .firstResultOptional()
                .map(request -> avoided(requester, request));
    }

    /** Whether the same person, by name and date of birth, has an open request under another number. */
    public boolean openElsewhere(String identityKey, String numberKey) {
        return jdbi.withHandle(handle -> handle.select(
                        "select exists (select 1 from support_request r join requester q on q.id = r.requester_id"
                                + " where q.identity_key = ? and r.number_key <> ? and r.status <> 'CLOSED')",
                        identityKey,
                        numberKey)
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
        return find("numberKey = ?1 and status <> CLOSED", numberKey).firstResultOptional();
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
        // Only what is asked stands in the query: with "or" for what is not, no index could serve it.
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        status.ifPresent(value -> add(where, values, "r.status = :status", "status", value));
        reference.ifPresent(value -> add(where, values, "r.reference = :reference", "reference", value.text()));
        peer.ifPresent(value -> add(
                where,
                values,
                "r.id in (select a.requestId from Assignment a where a.peerId = :peer and a.status = OPEN)",
                "peer",
                value));
        after.ifPresent(value -> add(where, values, "r.id > :after", "after", value));
        String conditions = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        return find("from SupportRequest r" + conditions + " order by r.id", values)
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
        return jdbi.withHandle(handle -> handle.createQuery(waiting.length > MANY ? ALL_POSITIONS : POSITIONS)
                .bind("waiting", waiting)
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getInt("position")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The ids of those who wait and are to be looked at again by now, first come first. */
    public List<UUID> toLookAt(int most) {
        return jdbi.withHandle(handle -> handle.select(
                        "select id from support_request where status = 'WAITING' and look_at <= ?"
                                + " order by created_at, id limit ?",
                        time.now(),
                        most)
                .mapTo(UUID.class)
                .list());
    }

    /** Lets these be looked at from then on, unless they are to be sooner. */
    public void lookAgainAt(Collection<UUID> waiting, Instant at) {
        if (!waiting.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate("update support_request set look_at = least(look_at, :at)"
                            + " where id in (select id from support_request where id = any(:waiting)"
                            + " and status = 'WAITING' for no key update skip locked)")
                    .bind("at", at)
                    .bind("waiting", waiting.toArray(UUID[]::new))
                    .execute());
        }
    }

    private static void add(
            List<String> where, Map<String, Object> values, String condition, String name, Object value) {
        where.add(condition);
        values.put(name, value);
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
