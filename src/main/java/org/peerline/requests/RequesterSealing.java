package org.peerline.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;
import org.peerline.matching.EmployerName;
import org.peerline.matching.NameKeys;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.SealedField;
import org.peerline.privacy.Vault;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;

/** Writes what a requester told us into sealed columns, and reads it out of them. */
@ApplicationScoped
class RequesterSealing {
    private final Vault vault;
    private final BlindIndex blindIndex;
    private final ObjectMapper json;

    RequesterSealing(Vault vault, BlindIndex blindIndex, ObjectMapper json) {
        this.vault = vault;
        this.blindIndex = blindIndex;
        this.json = json;
    }

    void write(Requester requester, RequesterProfile profile) {
        requester.name = seal(requester, "name", profile.name());
        requester.contactNumber =
                seal(requester, "contact_number", profile.contactNumber().e164());
        requester.numberKey = blindIndex.of(profile.contactNumber());
        requester.identityKey = identityKey(profile.name(), profile.dateOfBirth());
        requester.address = seal(requester, "address", asJson(profile.address()));
        requester.dateOfBirth =
                seal(requester, "date_of_birth", profile.dateOfBirth().toString());
        requester.jobRole = seal(requester, "job_role", profile.jobRole());
        requester.gender = seal(
                requester,
                "gender",
                profile.gender() == null ? null : profile.gender().name());
        requester.ethnicity = seal(requester, "ethnicity", profile.ethnicity());
        requester.specialty = seal(requester, "specialty", profile.specialty());
        requester.employers = profile.employers().isEmpty()
                ? null
                : seal(requester, "employers", String.join("\n", profile.employers()));
        requester.employerKeys = keys(
                "employer",
                profile.employers().stream().map(EmployerName::normalise).toList());
        requester.nameKeys = keys("name", NameKeys.ofSelf(profile.name()));
        requester.knownAsKeys = keys("name", NameKeys.ofPeer(profile.name()));
        requester.neutralWording = profile.neutralWording();
        requester.language = profile.language();
    }

    RequesterProfile read(Requester requester) {
        String gender = open(requester, "gender", requester.gender);
        String employers = open(requester, "employers", requester.employers);
        String dateOfBirth = open(requester, "date_of_birth", requester.dateOfBirth);
        return new RequesterProfile(
                name(requester),
                contactNumber(requester),
                address(open(requester, "address", requester.address)),
                dateOfBirth == null ? null : LocalDate.parse(dateOfBirth),
                jobRole(requester),
                gender == null ? null : Gender.valueOf(gender),
                open(requester, "ethnicity", requester.ethnicity),
                open(requester, "specialty", requester.specialty),
                employers == null ? List.of() : Arrays.asList(employers.split("\n")),
                requester.neutralWording,
                requester.language);
    }

    String name(Requester requester) {
        return requester.isForgotten() ? Requester.FORGOTTEN : open(requester, "name", requester.name);
    }

    String jobRole(Requester requester) {
        return requester.isForgotten() ? Requester.FORGOTTEN : open(requester, "job_role", requester.jobRole);
    }

    PhoneNumber contactNumber(Requester requester) {
        return requester.isForgotten()
                ? null
                : new PhoneNumber(open(requester, "contact_number", requester.contactNumber));
    }

    String numberKey(RequesterProfile profile) {
        return blindIndex.of(profile.contactNumber());
    }

    /** Name and date of birth together tell two people apart who share a number. */
    String identityKey(String name, LocalDate dateOfBirth) {
        return blindIndex.of("identity", String.join("|", NameKeys.asWritten(name)) + '|' + dateOfBirth);
    }

    String[] keys(String kind, Collection<String> normalised) {
        return normalised.stream()
                .distinct()
                .map(value -> blindIndex.of(kind, value))
                .toArray(String[]::new);
    }

    private String asJson(Address address) {
        try {
            return json.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an address could not be written", e);
        }
    }

    private Address address(String written) {
        try {
            return written == null ? null : json.readValue(written, Address.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an address could not be read", e);
        }
    }

    private byte[] seal(Requester requester, String column, String text) {
        return vault.seal(requester.id, new SealedField("requester", column), requester.id, text);
    }

    private String open(Requester requester, String column, byte[] sealed) {
        return open(requester.id, column, sealed);
    }

    /** One sealed column of a requester who has not been loaded as an aggregate. */
    String open(UUID requester, String column, byte[] sealed) {
        return vault.open(requester, new SealedField("requester", column), requester, sealed);
    }
}
