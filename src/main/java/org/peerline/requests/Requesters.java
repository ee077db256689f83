package org.peerline.requests;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.Vault;
import org.peerline.requests.profile.RequesterProfile;

/** The people who asked for support. */
@ApplicationScoped
public class Requesters implements PanacheRepositoryBase<Requester, UUID> {
    private final RequesterSealing sealing;
    private final BlindIndex blindIndex;
    private final Vault vault;
    private final TimeSource time;

    Requesters(RequesterSealing sealing, BlindIndex blindIndex, Vault vault, TimeSource time) {
        this.sealing = sealing;
        this.blindIndex = blindIndex;
        this.vault = vault;
        this.time = time;
    }

    /** What the requester told us, opened. */
    public RequesterProfile profile(Requester requester) {
        return sealing.read(requester);
    }

    /** What the other side calls them. */
    public String firstName(Requester requester) {
        return FirstName.of(sealing.name(requester));
    }

    public String name(Requester requester) {
        return sealing.name(requester);
    }

    public String jobRole(Requester requester) {
        return sealing.jobRole(requester);
    }

    /** Null once they have been forgotten. */
    public PhoneNumber contactNumber(Requester requester) {
        return sealing.contactNumber(requester);
    }

    /** The blind key of the first name: equal for two requesters whom a peer could mix up. */
    public String firstNameKey(Requester requester) {
        return blindIndex.of("first-name", firstName(requester).toLowerCase(Locale.ROOT));
    }

    /** The blind key of name and date of birth, by which somebody is known again under another number. */
    public String identityKey(String name, LocalDate dateOfBirth) {
        return sealing.identityKey(name, dateOfBirth);
    }

    /** Everybody who ever gave this number as theirs, whoever asked last first. */
    public List<Requester> on(String numberKey) {
        return find(
                        "from Requester q where q.numberKey = ?1 order by (select max(r.createdAt) from SupportRequest r"
                                + " where r.requesterId = q.id) desc nulls last, q.id desc",
                        numberKey)
                .list();
    }

    /** Who was here before, with what they say now, or somebody new; stored with what the transaction stores next. */
    public Requester admit(RequesterProfile profile, Optional<UUID> before) {
        Requester requester = before.map(this::findById).orElseGet(() -> {
            var somebodyNew = new Requester(Identifier.next(), time.now());
            vault.admit(somebodyNew.id());
            return somebodyNew;
        });
        sealing.write(requester, profile);
        persist(requester);
        return requester;
    }
}
