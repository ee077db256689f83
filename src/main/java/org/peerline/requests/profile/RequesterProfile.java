package org.peerline.requests.profile;

import java.time.LocalDate;
import java.util.List;
import org.peerline.core.Gender;
import org.peerline.core.PhoneNumber;

/**
 * What a requester told us about themselves, in clear: never logged, never kept longer than one answer needs it.
 *
 * @param contactNumber null once they have been forgotten
 * @param address null once it has been reduced to a region
 * @param dateOfBirth null once it has been reduced to an age band
 * @param employers current and past, as far as declared
 * @param neutralWording texts must not show what they are about: the phone is shared
 * @param language en or cy
 */
public record RequesterProfile(
        String name,
        PhoneNumber contactNumber,
        Address address,
        LocalDate dateOfBirth,
        String jobRole,
        Gender gender,
        String ethnicity,
        String specialty,
        List<String> employers,
        boolean neutralWording,
        String language) {

    public RequesterProfile {
        employers = List.copyOf(employers);
    }

    @Override
    public String toString() {
        return "RequesterProfile";
    }
}
