package org.peerline.peers;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.PhoneNumber;
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

    public PhoneNumber mobileNumber(Peer peer) {
        return sealing.mobileNumber(peer);
    }

    /** The peer with this mobile number who has not retired. */
    public Optional<Peer> withMobile(PhoneNumber number) {
        return find("mobileKey = ?1 and status <> ?2", blindIndex.of(number), PeerStatus.RETIRED)
                .firstResultOptional();
    }

    /** The roster in order of registration, after {@code after}, with the keys ready for opening. */
    public List<Peer> page(Optional<PeerStatus> status, Optional<UUID> after, int limit) {
        List<Peer> page = find(
                        "(?1 is null or status = ?1) and (?2 is null or id > ?2) order by id",
                        status.orElse(null),
                        after.orElse(null))
                .page(0, limit)
                .list();
        vault.prepare(page.stream().map(Peer::id).toList());
        return page;
    }
}
