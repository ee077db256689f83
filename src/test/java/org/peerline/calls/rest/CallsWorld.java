package org.peerline.calls.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.peerline.core.Party.PEER;
import static org.peerline.testkit.ApiKeys.bearer;
import static org.peerline.testkit.Days.at;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.testkit.Contract;
import org.peerline.testkit.Pair;
import org.peerline.testkit.Pairs;
import org.peerline.testkit.Programme;
import org.peerline.testkit.SignedIn;

/** For tests of calls through the API: pairs, their peers signed in, and what an answer may say. */
abstract class CallsWorld {
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final String FOR_THE_REQUESTER = Contract.example("calls/acceptCall-request");

    @Inject
    Programme programme;

    @Inject
    Pairs pairs;

    @Inject
    SignedIn signedIn;

    final Map<UUID, String> tokens = new HashMap<>();

    @BeforeEach
    void monday_morning() {
        programme.reset();
    }

    ValidatableResponse propose(Pair pair, OffsetDateTime at) {
        return peer(pair)
                .filter(Contract.held())
                .body(Map.of("startsAt", written(at)))
                .post("/v1/assignments/" + pair.assignment() + "/calls")
                .then();
    }

    RequestSpecification peer(Pair pair) {
        return bearer(tokens.computeIfAbsent(
                pair.assignment(),
                unknown -> signedIn.with(pair.peer(), pair.number(PEER)).token()));
    }

    static OffsetDateTime tomorrow(int hour) {
        return LocalDate.ofInstant(Programme.MONDAY, LONDON)
                .plusDays(1)
                .atTime(hour, 0)
                .atZone(LONDON)
                .toOffsetDateTime()
                .truncatedTo(ChronoUnit.MINUTES);
    }

    static String written(OffsetDateTime at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    static void refused(ValidatableResponse response, String code) {
        response.statusCode(409).contentType("application/problem+json").body("code", is(code));
    }

    static void invalid(ValidatableResponse response, String field) {
        response.statusCode(400).body("violations.field", equalTo(List.of(field)));
    }
}
