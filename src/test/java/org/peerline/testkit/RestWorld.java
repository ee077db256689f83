package org.peerline.testkit;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;

/** For tests of the REST doors: an empty programme before each, phones, and peers who have signed in. */
public abstract class RestWorld {
    protected FakeTwilio twilio;
    protected Issuer issuer;

    @Inject
    protected Programme programme;

    @Inject
    SignedIn signedIn;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    protected void fresh_world() {
        twilio.reset();
        twilio.clock(new ServiceClock(programme::now));
        programme.reset();
    }

    protected Phone phone(String number) {
        return new Phone(number, twilio, programme);
    }

    protected Phone sam() {
        return phone(Samples.SAMS_NUMBER);
    }

    protected Phone amara() {
        return phone(Samples.AMARAS_NUMBER);
    }

    /** A call handler opens a request; its texts have been sent when this returns. */
    protected JsonPath opens(Map<String, Object> request) {
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

    /** A coordinator closes a request, because it is done; its texts have been sent when this returns. */
    protected void closes(String request) {
        ApiKeys.as(Role.COORDINATOR)
                .body(Map.of("outcome", "COMPLETED"))
                .post("/v1/requests/" + request + "/close")
                .then()
                .statusCode(200);
        programme.settle();
    }

    /** The peer with this mobile number, signed in with the code from their phone. */
    protected RequestSpecification peer(String mobile) {
        return ApiKeys.bearer(tokenOf(mobile));
    }

    protected String tokenOf(String mobile) {
        return signedIn.tokenOf(new PhoneNumber(mobile));
    }

    /** How many rows each table has, allowances aside: what was refused has changed none of them. */
    protected SortedMap<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        jdbi.useHandle(handle -> handle.select(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_name <> 'rate_limit'")
                .mapTo(String.class)
                .forEach(table -> rows.put(
                        table,
                        handle.select("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one())));
        return rows;
    }
}
