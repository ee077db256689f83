package org.peerline.sms.simulator.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.peerline.testkit.Contract;
import org.peerline.testkit.PeerlineTest;

/** With a real gateway nobody can play a text or move the time, whatever they send. */
@PeerlineTest
class SimulatorDoorsTest {

    @Test
    void simulator_is_not_there_with_a_real_gateway() {
        notFound(post("/simulator/messages", Contract.example("sms/simulateText-request")));
        notFound(post("/simulator/calls", Contract.example("sms/simulateCall-request")));
        notFound(given().filter(Contract.answersHeld()).get("/simulator/messages?number=07700900123"));
        notFound(post("/simulator/clock", Contract.example("sms/moveSimulatedClock-request")));
        notFound(given().get("/simulator/clock"));
        notFound(post("/simulator/deliveries", Contract.example("sms/playDeliveryTrick-request")));
        notFound(given().get("/simulator"));
        notFound(given().get("/simulator/events"));
        notFound(given().post("/simulator/story/open"));
    }

    @Test
    void not_even_bad_input_is_looked_at() {
        notFound(post("/simulator/messages", "{\"from\": 1"));
        notFound(given().get("/simulator/messages"));
        notFound(post("/simulator/clock", "{}"));
    }

    private static Response post(String path, String body) {
        return given().filter(Contract.answersHeld())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static void notFound(Response answer) {
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("urn:peerline:problem:not-found"));
    }
}
