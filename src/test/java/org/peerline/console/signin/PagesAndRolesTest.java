package org.peerline.console.signin;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peerline.access.Role;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.Codes;
import org.peerline.testkit.ConsoleSession;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;

/** Every page and every form of the pages against every role, from the code: the contract does not have them. */
@PeerlineTest
class PagesAndRolesTest extends RestWorld {
    private static final String NOBODY = "0199a0b1-7c00-7000-8000-00000000dead";

    @Inject
    Codes codes;

    private record Door(String method, String path, Set<String> roles, boolean open) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static List<Door> doors() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.peerline.console").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .map(PagesAndRolesTest::door)
                        .filter(door -> door.path().startsWith("/console"))
                        .toList();
    }

    private static Door door(JavaMethod method) {
        String verb = method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getSimpleName())
                .filter(Set.of("GET", "POST", "PUT", "PATCH", "DELETE")::contains)
                .findFirst()
                .orElseThrow();
        String path = method.getOwner().getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        var roles = method.tryGetAnnotationOfType(RolesAllowed.class)
                .or(() -> method.getOwner().tryGetAnnotationOfType(RolesAllowed.class));
        boolean open = method.isAnnotatedWith(PermitAll.class) || roles.isEmpty();
        return new Door(
                verb,
                path.replaceAll("\\{[^}]+}", NOBODY),
                open ? Set.of() : Set.of(roles.get().value()),
                open);
    }

    private ConsoleSession peerSession() {
        programme.peer(Samples.amara());
        ConsoleSession.fromHere().formParam("mobile", Samples.AMARAS_NUMBER).post("/console/sign-in/code");
        programme.settle();
        String code = codes.last(new PhoneNumber(Samples.AMARAS_NUMBER)).orElseThrow();
        return ConsoleSession.of(ConsoleSession.fromHere()
                .formParam("mobile", Samples.AMARAS_NUMBER)
                .formParam("code", code)
                .post("/console/sign-in/code/check")
                .then()
                .statusCode(303)
                .extract()
                .cookie("peerline_session"));
    }

    private static Response send(Door door, RequestSpecification request) {
        if (door.path().endsWith("/import") && door.method().equals("POST")) {
            request.multiPart("nothing", "");
        } else if (!door.method().equals("GET")) {
            request.contentType("application/x-www-form-urlencoded").formParam("nothing", "");
        }
        return request.request(door.method(), door.path());
    }

    @Test
    void every_page_and_form_opens_to_its_roles_and_to_nobody_else() {
        Map<Role, ConsoleSession> sessions = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            sessions.put(role, role == Role.PEER ? peerSession() : ConsoleSession.as(role));
        }
        var wrong = new ArrayList<String>();
        List<Door> doors = doors();
        assertTrue(doors.size() > 30, "few pages: " + doors.size());
        for (Door door : doors) {
            if (door.open()) {
                continue;
            }
            Response nobody = send(door, ConsoleSession.fromHere());
            boolean sentToSignIn =
                    nobody.statusCode() == 303 && nobody.header("Location").startsWith("/base/console/sign-in");
            if (!sentToSignIn) {
                wrong.add(door + " without a session: " + nobody.statusCode());
            }
            sessions.forEach((role, session) -> {
                int status = send(door, session.form()).statusCode();
                boolean listed = door.roles().contains(role.name());
                if (listed == (status == 403)) {
                    wrong.add(door + " with " + role + ": " + status);
                }
            });
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void no_page_opens_to_a_session_that_is_none() {
        var wrong = new ArrayList<String>();
        for (Door door : doors()) {
            if (!door.open()) {
                for (String cookie : List.of("x", "ps_" + "x".repeat(43), "pl_" + "x".repeat(43))) {
                    Response answer = send(door, ConsoleSession.fromHere().cookie("peerline_session", cookie));
                    if (answer.statusCode() != 303) {
                        wrong.add(door + ": " + answer.statusCode());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void open_pages_are_those_of_signing_in_and_of_the_language() {
        List<String> open =
                doors().stream().filter(Door::open).map(Door::toString).sorted().toList();

        assertEquals(
                List.of(
                        "GET /console/sign-in",
                        "GET /console/sign-in/organisation",
                        "GET /console/sign-in/organisation/back",
                        "GET /console/sign-in/organisation/leave",
                        "POST /console/language",
                        "POST /console/sign-in/code",
                        "POST /console/sign-in/code/check",
                        "POST /console/sign-in/key",
                        "POST /console/sign-out"),
                open);
    }

    @Test
    void pages_of_the_simulator_are_not_there_with_a_real_gateway() {
        for (String path : List.of(
                "/simulator",
                "/simulator/messages?number=%2B447400200001",
                "/simulator/clock",
                "/simulator/events",
                "/simulator/story")) {
            assertEquals(404, given().get(path).statusCode(), path);
        }
    }
}
