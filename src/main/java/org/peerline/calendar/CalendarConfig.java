package org.peerline.calendar;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which days are closed. */
@ConfigMapping(prefix = "peerline.clock")
public interface CalendarConfig {
    /** Whose bank holidays are closed days: one or several nations, or {@code none}. */
    @WithDefault("england")
    List<String> bankHolidays();

    /** Further closed days: one day ({@code 2026-12-24}), or the same day of every year ({@code 12-28}). */
    Optional<List<String>> closedDates();
}
