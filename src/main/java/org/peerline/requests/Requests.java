package org.peerline.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

    private final RequesterSealing sealing;
    private final Vault vault;
    private final TimeSource time;
    private final ObjectMapper json;

    Requests(RequesterSealing sealing, Vault vault, TimeSource time, ObjectMapper json) {
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

    public List<SupportRequest> page(Optional<RequestStatus> status, Optional<UUID> after, int limit) {
        return find(
                        "(?1 is null or status = ?1) and (?2 is null or id > ?2) order by id",
                        status.orElse(null),
                        after.orElse(null))
                .page(0, limit)
                .list();
    }

    /** How many wait before this one, plus one; empty when it does not wait. */
    public Optional<Integer> position(SupportRequest request) {
        return request.waitingSince()
                .map(since -> (int) count(
                                "status = ?1 and (waitingSince < ?2 or (waitingSince = ?2 and id < ?3))",
                                RequestStatus.WAITING,
                                since,
                                request.id())
                        + 1);
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

    private static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
