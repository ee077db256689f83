package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilioResource;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.Samples;

/** Hours, room, cap and days away, from a volunteer's own phone: read back in full, or nothing has changed. */
@PeerlineTest
class PeerSaysWhatTheyOfferByTextTest extends Journey {
    private static final String SERVICE = FakeTwilioResource.SERVICE_NUMBER;

    private UUID amara;

    @BeforeEach
    void amara_is_on_the_roster() {
        amara = programme.peer(Samples.amara());
    }

    @Test
    void hours_are_set_read_back_and_taken_back() {
        amara().texts(SERVICE, "hours Mon-Tue 18:00-21:30, Sat 10am-4pm");

        amara().receives("Your hours are now", "18:00-21:30", "10:00-16:00", "(UK time)");
        assertEquals(List.of("18:00", "18:00", "10:00"), onRoster().getList("availability.from"));
        assertEquals(List.of("21:30", "21:30", "16:00"), onRoster().getList("availability.to"));

        amara().texts(SERVICE, "HOURS ANY").receives("Any time is fine for you");
        assertEquals(List.of(), onRoster().getList("availability"));
    }

    @ParameterizedTest
    @CsvSource({
        "HOURS Mon-Fri 18:00-25:00, There is a time in it that we could not read",
        "HOURS Mon-Fru 18:00-21:00, There is a day in it that we do not know",
        "HOURS Mon 10:00-10:00, overlap or one has no length",
        "HOURS Mon 10:00-12:00; Mon 11:00-13:00, overlap or one has no length",
        "ROOM 0, ROOM takes a number from 1 to 50",
        "ROOM 51, ROOM takes a number from 1 to 50",
        "CAP 501, CAP takes a number from 1 to 500",
        "AWAY 31 Feb, we could not read those days"
    })
    void what_cannot_be_kept_changes_nothing_and_says_so(String text, String answer) {
        String before = onRoster().prettify();

        amara().texts(SERVICE, text).receives(answer, text.startsWith("AWAY") ? "" : "nothing has changed");

        assertEquals(before, onRoster().prettify());
    }

    @Test
    void room_and_cap_are_set_within_what_is_open() {
        opens(Samples.sam());
        sam().receives("Dr Amara N");
        opens(Samples.request("Jo Penrose", "+447400200077"));
        phone("+447400200077").receives("Dr Amara N");

        amara().texts(SERVICE, "ROOM 1").receives("You have 2 open, more than 1, so nothing has changed");
        assertEquals(3, onRoster().getInt("capacity"));
        amara().texts(SERVICE, "room for 5").receives("You now have room for 5 at once; 2 in use");
        assertEquals(5, onRoster().getInt("capacity"));
        amara().texts(SERVICE, "CAP OF 12 A MONTH").receives("at most 12 new requests within 30 days");
        assertEquals(12, onRoster().getInt("monthlyCap"));
    }

    @Test
    void days_away_are_kept_free_and_can_be_taken_back() {
        amara().texts(SERVICE, "AWAY 2W").receives("You get no new requests from", "both days included");
        assertEquals(1, onRoster().getList("away").size());

        assertEquals("WAITING", opens(Samples.sam()).getString("status"));
        sam().receives("");
        amara().texts(SERVICE, "AWAY NONE").receives("No days away are noted for you any more");
        // Whoever waited for exactly this waits no longer.
        sam().receives("Your peer supporter is Dr Amara N");

        assertEquals(List.of(), onRoster().getList("away"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOURS", "room", "Cap", "AWAY?"})
    void any_of_the_words_alone_reads_the_whole_offer(String word) {
        amara().texts(SERVICE, word).receives("You offer: any time", "Room for 3 at once, 0 in use", "Away: no days");
    }

    @Test
    void somebody_who_is_no_peer_changes_nothing() {
        String before = onRoster().prettify();

        sam().texts(SERVICE, "ROOM 50");

        sam().receives("");
        assertEquals(before, onRoster().prettify());
    }

    private JsonPath onRoster() {
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/peers/" + amara)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
