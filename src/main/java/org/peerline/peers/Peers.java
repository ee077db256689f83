package org.peerline.peers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Refusal;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.Vault;

/** The roster. */
@ApplicationScoped
public class Peers implements PanacheRepositoryBase<Peer, UUID> {
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

    /**
     * Why {@code peer}, who may not be on the roster yet, cannot be on it with the numbers of this profile; empty when they
     * can. Until the transaction ends nobody else is told so of the same numbers: the answer stays true.
     */
    Optional<Refusal> taken(PeerProfile profile, UUID peer) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('roster numbers', 1))")
                .getSingleResult();
        if (isAnothers("mobileKey", blindIndex.of(profile.mobileNumber()), peer)) {
            return Optional.of(
                    new Refusal("mobile_number_taken", "Another peer on the roster has this mobile number."));
        }
        if (isAnothers("gmcKey", sealing.gmcKey(profile), peer)) {
            return Optional.of(new Refusal("gmc_number_taken", "Another peer on the roster has this GMC number."));
        }
        return Optional.empty();
    }

    private boolean isAnothers(String column, String key, UUID peer) {
        return count(column + " = ?1 and status <> ?2 and id <> ?3", key, PeerStatus.RETIRED, peer) > 0;
    }

    /** The peer, unless there is none or they have been forgotten. */
    public Optional<Peer> known(UUID id) {
        return findByIdOptional(id).filter(peer -> !peer.isForgotten());
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
