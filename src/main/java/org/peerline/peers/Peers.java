package org.peerline.peers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Refusal;
import org.peerline.peers.profile.PeerProfile;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.Vault;

/** The roster. */
@ApplicationScoped
public class Peers implements PanacheRepositoryBase<Peer, UUID> {
    private static final Refusal MOBILE_TAKEN =
            new Refusal("mobile_number_taken", "Another peer on the roster has this mobile number.");
    private static final Refusal GMC_TAKEN =
            new Refusal("gmc_number_taken", "Another peer on the roster has this GMC number.");

    private final PeerSealing sealing;
    private final BlindIndex blindIndex;
    private final Vault vault;

    Peers(PeerSealing sealing, BlindIndex blindIndex, Vault vault) {
        this.sealing = sealing;
        this.blindIndex = blindIndex;
        this.vault = vault;
    }

    /** Everything that the roster says of a peer, opened. */
    public PeerProfile profile(Peer peer) {
        return sealing.read(peer);
    }

    public String displayName(Peer peer) {
        return sealing.displayName(peer);
    }

    /** Null once they have been forgotten. */
    public PhoneNumber mobileNumber(Peer peer) {
        return sealing.mobileNumber(peer);
    }

    /** The peer with this mobile number who has not retired. */
    public Optional<Peer> withMobile(PhoneNumber number) {
        return find("mobileKey = ?1 and status <> ?2", blindIndex.of(number), PeerStatus.RETIRED)
                .firstResultOptional();
    }

    /** Peers of this name, by surname or in full, retired ones included; with the keys ready for opening. */
    public List<Peer> named(String name, int most) {
        List<UUID> ids = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id from peer where forgotten_at is null"
                                + " and name_keys && string_to_array(:keys, ' ') order by id limit :most",
                        UUID.class)
                .setParameter("keys", String.join(" ", sealing.nameKeys(name)))
                .setParameter("most", most)
                .getResultList();
        vault.prepare(ids);
        return ids.isEmpty() ? List.of() : find("id in ?1 order by id", ids).list();
    }

    /**
     * Why {@code peer}, who may not be on the roster yet, cannot be on it with the numbers of this profile; empty when they
     * can. Until the transaction ends nobody else is told so of the same numbers: the answer stays true.
     */
    Optional<Refusal> taken(PeerProfile profile, UUID peer) {
        lockNumbers();
        if (isAnothers("mobileKey", blindIndex.of(profile.identity().mobileNumber()), peer)) {
            return Optional.of(MOBILE_TAKEN);
        }
        if (isAnothers("gmcKey", sealing.gmcKey(profile), peer)) {
            return Optional.of(GMC_TAKEN);
        }
        return Optional.empty();
    }

    /**
     * The same for many at once, with two queries instead of two for each.
     *
     * @param wanted who is to have which profile; the order is that of the answers
     */
    List<Optional<Refusal>> taken(List<PeerProfile> wanted, List<UUID> who) {
        lockNumbers();
        List<String> mobiles = wanted.stream()
                .map(profile -> blindIndex.of(profile.identity().mobileNumber()))
                .toList();
        List<String> gmcs = wanted.stream().map(sealing::gmcKey).toList();
        Map<String, UUID> ofMobile = holders("mobileKey", mobiles);
        Map<String, UUID> ofGmc = holders("gmcKey", gmcs);
        return IntStream.range(0, wanted.size())
                .mapToObj(at -> {
                    UUID peer = who.get(at);
                    if (!peer.equals(ofMobile.getOrDefault(mobiles.get(at), peer))) {
                        return Optional.of(MOBILE_TAKEN);
                    }
                    return peer.equals(ofGmc.getOrDefault(gmcs.get(at), peer))
                            ? Optional.<Refusal>empty()
                            : Optional.of(GMC_TAKEN);
                })
                .toList();
    }

    private Map<String, UUID> holders(String column, List<String> keys) {
        return getEntityManager()
                .createQuery(
                        "select p." + column + ", p.id from Peer p where p.status <> :retired and p." + column
                                + " in :keys",
                        Object[].class)
                .setParameter("retired", PeerStatus.RETIRED)
                .setParameter("keys", keys)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1]));
    }

    /** Waits for others who are giving out numbers; whoever locks a peer's row as well does this first. */
    void lockNumbers() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('roster numbers', 1))")
                .getSingleResult();
    }

    private boolean isAnothers(String column, String key, UUID peer) {
        return count(column + " = ?1 and status <> ?2 and id <> ?3", key, PeerStatus.RETIRED, peer) > 0;
    }

    /** The peer, unless there is none or they have been forgotten. */
    public Optional<Peer> known(UUID id) {
        return findByIdOptional(id).filter(peer -> !peer.isForgotten());
    }

    /** All of these, in no order, with the keys ready for opening. */
    public List<Peer> all(List<UUID> ids) {
        vault.prepare(ids);
        return list("id in ?1", ids);
    }

    /** The roster in order of registration, after {@code after}, with the keys ready for opening. */
    public List<Peer> page(Optional<PeerStatus> status, Optional<UUID> after, int limit) {
        List<Peer> page = find(
                        "forgottenAt is null and (?1 is null or status = ?1) and (?2 is null or id > ?2) order by id",
                        status.orElse(null),
                        after.orElse(null))
                .page(0, limit)
                .list();
        vault.prepare(page.stream().map(Peer::id).toList());
        return page;
    }
}
