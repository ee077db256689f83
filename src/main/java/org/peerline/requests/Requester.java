package org.peerline.requests;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** A doctor or medical student who asked for support. Everything personal is sealed; {@link Requesters} opens it. */
@Entity
public class Requester {
    /** Stands where the name of somebody was who has been forgotten. */
    static final String FORGOTTEN = "(erased)";

    @Id
    UUID id;

    @Version
    int version;

    Instant createdAt;
    byte[] name;
    byte[] contactNumber;
    String numberKey;
    String identityKey;
    byte[] address;
    byte[] dateOfBirth;
    byte[] jobRole;
    byte[] gender;
    byte[] ethnicity;
    byte[] specialty;
    byte[] employers;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] employerKeys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] nameKeys;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    String[] knownAsKeys;

    boolean neutralWording;
    String language;

    @Column(insertable = false, updatable = false)
    Instant forgottenAt;

    protected Requester() {}

    Requester(UUID id, Instant now) {
        this.id = id;
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Nothing tells any more who this was. */
    public boolean isForgotten() {
        return forgottenAt != null;
    }

    /** The blind key of the contact number. */
    public String numberKey() {
        return numberKey;
    }

    /** Blind keys of surname and first names, to find out whether a peer may be themselves. */
    public Set<String> nameKeys() {
        return Set.of(nameKeys);
    }

    /** Blind keys of every way in which their name may be written, for peers who keep away from them. */
    public Set<String> knownAsKeys() {
        return Set.of(knownAsKeys);
    }

    /** The blind key of name and date of birth. */
    public String identityKey() {
        return identityKey;
    }

    public Set<String> employerKeys() {
        return Set.of(employerKeys);
    }

    /** Our sentences as they should read them: in their language, and neutral on a shared phone. */
    public SmsTexts texts() {
        return neutralWording ? SmsTexts.neutral(spoken()) : SmsTexts.in(spoken());
    }

    /** The phone is shared: our texts must not show what they are about. */
    public boolean wantsNeutralWording() {
        return neutralWording;
    }

    /** From now on our texts to them are in this language. */
    public void prefers(Language other) {
        language = other.name().toLowerCase(Locale.ROOT);
    }

    /** From now on our texts do not show what they are about. */
    public void sharesTheirPhone() {
        neutralWording = true;
    }

    /** The language of our texts to them. */
    public Language spoken() {
        return Language.valueOf(language.toUpperCase(Locale.ROOT));
    }
}
