package org.peerline.console.signin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody whom the pages have sent to their organisation to sign in, and what that offers them for the way back. */
record Away(Response answer) {
    static final String START = "/console/sign-in/organisation";
    static final String CALLBACK = "https://peerline.example/base/console/sign-in/organisation/back";

    static Away leave(String wanted) {
        return new Away(given().redirects()
                .follow(false)
                .get(START + "?to=" + wanted)
                .then()
                .statusCode(303)
                .extract()
                .response());
    }

    String cookie() {
        return answer.cookie("peerline_away");
    }

    URI to() {
        return URI.create(answer.header("Location"));
    }

    Map<String, String> asked() {
        return Stream.of(to().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    static String accepted(Away away) {
        return link(away, "continue");
    }

    static String refused(Away away) {
        return link(away, "no");
    }

    /** The query of the way back that the organisation's page offers. */
    private static String link(Away away, String id) {
        String page =
                given().urlEncodingEnabled(false).get(away.to().toString()).asString();
        String href = page.split("id='" + id + "' href='")[1].split("'")[0];
        assertTrue(href.startsWith(CALLBACK + "?"), href);
        return href.substring(CALLBACK.length() + 1);
    }

    static Response comeBack(Away away, String query) {
        return given().redirects()
                .follow(false)
                .cookie("peerline_away", away.cookie())
                .get(START + "/back?" + query);
    }
}
