package org.peerline.peers.rest.sheet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a roster sheet, in the order in which they go out, and what else people call them. */
enum SheetColumn {
    ID("id", false, "peer id"),
    DISPLAY_NAME("displayName", true, "shown name", "known as"),
    FULL_NAME("fullName", true, "name"),
    MOBILE_NUMBER("mobileNumber", true, "mobile", "mobile phone", "phone", "phone number", "telephone", "mobile no"),
    GMC_NUMBER("gmcNumber", true, "gmc", "gmc no", "gmc ref", "gmc reference number"),
    JOB_ROLE("jobRole", true, "role", "job", "job title", "grade"),
    SPECIALTY("specialty", false, "speciality"),
    GENDER("gender", false),
    REGION("region", false, "area"),
    EMPLOYERS("employers", false, "employer", "employers current and past"),
    CAPACITY("capacity", false),
    MONTHLY_CAP("monthlyCap", false, "cap", "cap a month"),
    AVAILABILITY("availability", false, "hours", "weekly hours", "available"),
    TIME_ZONE("timeZone", false, "zone"),
    AWAY("away", false, "days away", "holidays", "leave"),
    AVOID_NAMES("avoidNames", false, "people to avoid"),
    AVOID_EMPLOYERS("avoidEmployers", false, "places to avoid"),
    STATUS("status", false);

    private final String property;
    private final boolean required;
    private final Set<String> names;

    SheetColumn(String property, boolean required, String... otherNames) {
        this.property = property;
        this.required = required;
        this.names = Stream.concat(Stream.of(property), Arrays.stream(otherNames))
                .map(SheetColumn::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As the API calls it, and as it is headed in a sheet that goes out. */
    String property() {
        return property;
    }

    boolean required() {
        return required;
    }

    static Optional<SheetColumn> headed(String heading) {
        String plain = plain(heading);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }

    private static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
