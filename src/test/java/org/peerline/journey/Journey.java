package org.peerline.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.access.Role;
import org.peerline.testkit.ApiKeys;
import org.peerline.testkit.FakeTwilio;
import org.peerline.testkit.Phone;
import org.peerline.testkit.PostedMessage;
import org.peerline.testkit.Programme;
import org.peerline.testkit.Samples;
import org.peerline.testkit.ServiceClock;

/** A promise to people, kept through HTTP, signatures and PostgreSQL. A text that nobody expected fails it. */
abstract class Journey {
    FakeTwilio twilio;

    @Inject
    Programme programme;

    private final Map<String, Phone> phones = new LinkedHashMap<>();

    @BeforeEach
    void fresh_world() {
        twilio.reset();
        twilio.clock(new ServiceClock(programme::now));
        programme.reset();
        phones.clear();
    }

    @AfterEach
    void nobody_received_a_text_that_was_not_expected() {
        phones.values().forEach(Phone::receivesNothingMore);
        assertEquals(
                new TreeSet<>(),
                twilio.posts().stream()
                        .map(PostedMessage::to)
                        .filter(number -> !phones.containsKey(number))
                        .collect(Collectors.toCollection(TreeSet::new)),
                "texts to phones that nobody looked at");
    }

    Phone phone(String number) {
        return phones.computeIfAbsent(number, unknown -> new Phone(unknown, twilio, programme));
    }

    Phone sam() {
        return phone(Samples.SAMS_NUMBER);
    }

    Phone amara() {
        return phone(Samples.AMARAS_NUMBER);
    }

    /** A call handler opens a request; its texts have been sent when this returns. */
    JsonPath opens(Map<String, Object> request) {
        JsonPath answer = ApiKeys.as(Role.INTAKE)
                .body(request)
                .post("/v1/requests")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        programme.settle();
        return answer;
    }

    /** Sam has been given to Amara, and has written to her; the request as it was opened. */
    JsonPath samAndAmaraTalk() {
        programme.peer(Samples.amara());
        JsonPath opened = opens(Samples.sam());
        sam().receives("Dr Amara N");
        sam().replies("Hello");
        amara().receives("Hello");
        return opened;
    }

    /** The request as a coordinator sees it. */
    JsonPath request(String id) {
        return ApiKeys.as(Role.COORDINATOR)
                .get("/v1/requests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
