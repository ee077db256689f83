package org.peerline.calls.calendar.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.peerline.calls.calendar.CalendarToken;

/** Where a peer's calendar can be read; shown this once. */
@Schema(
        description =
                "The address for a calendar program. It is shown this once, and whoever has it can read the feed.")
public record NewCalendarAccess(
        @Schema(
                description = "Path and query of the feed, at the address of this service.",
                maxLength = 120,
                required = true)
        String path,

        @Schema(maxLength = 46, pattern = "pc_[A-Za-z0-9_-]{43}", required = true)
        String token,

        @Schema(required = true) Instant createdAt) {

    static NewCalendarAccess of(CalendarToken token, Instant createdAt) {
        return new NewCalendarAccess("/v1/me/calendar.ics?token=" + token.text(), token.text(), createdAt);
    }

    @Override
    public String toString() {
        return "NewCalendarAccess";
    }
}
