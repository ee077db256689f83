package org.peerline.console.keys;

import static org.hamcrest.Matchers.containsString;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;

@PeerlineTest
class KeysOnPagesTest extends RestWorld {
    private ConsoleSession admin;

    @Test
    void key_that_somebody_else_has_revoked_shows_as_that_without_loading_the_page_again() {
        admin = ConsoleSession.as(Role.ADMIN);
        admin.form()
                .formParam("name", "Phone line")
                .formParam("roles", "INTAKE")
                .post("/console/keys");
        String page = lastPage();
        String mark = page.split("Peerline-Live\":\"")[1].split("\"")[0];
        lives(page, mark).statusCode(204);
        String row = page.substring(0, page.indexOf("Revoke<span class=\"hidden-words\"> Phone line"));
        String revoke = row.substring(row.lastIndexOf("action=\"/base") + "action=\"/base".length())
                .split("\"")[0];
        ConsoleSession.as(Role.ADMIN).form().post(revoke).then().statusCode(303);
        lives(page, mark).statusCode(200).body(containsString("<td>revoked"));
    }

    /** Others have made keys before. */
    private String lastPage() {
        String page = admin.page().get("/console/keys").asString();
        while (page.contains("id=\"next\"")) {
            page = admin.page()
                    .urlEncodingEnabled(false)
                    .get(page.split("id=\"next\" href=\"/base")[1].split("\"")[0])
                    .asString();
        }
        return page;
    }

    private ValidatableResponse lives(String page, String mark) {
        return admin.page()
                .header("HX-Request", "true")
                .header("Peerline-Live", mark)
                .urlEncodingEnabled(false)
                .get(page.split("hx-get=\"/base")[1].split("\"")[0])
                .then();
    }
}
