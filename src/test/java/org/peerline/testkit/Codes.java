package org.peerline.testkit;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.core.PhoneNumber;

/** The one-time codes that have arrived on phones: what {@link FakeTwilio} was given to send. */
@ApplicationScoped
public class Codes {
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final String twilio;

    Codes(@ConfigProperty(name = "peerline.twilio.api-url") String twilio) {
        this.twilio = twilio;
    }

    /** The code in the last text with one. */
    public Optional<String> last(PhoneNumber mobile) {
        List<String> newestFirst = given().baseUri(twilio)
                .queryParam("To", mobile.e164())
                .get("/2010-04-01/Accounts/" + FakeTwilio.ACCOUNT_SID + "/Messages.json")
                .then()
                .statusCode(200)
                .extract()
                .path("messages.body");
        return newestFirst.stream()
                .flatMap(body -> CODE.matcher(body).results())
                .map(MatchResult::group)
                .findFirst();
    }
}
