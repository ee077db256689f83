package org.peerline.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerline.api.idempotency.Idempotent;

class DoorsTest {
    /** The whole list of endpoints without a role; anything new on it is a decision. */
    private static final Set<String> PUBLIC = Set.of(
            "InboundWebhook.receive",
            "OrganisationPage.comeBack",
            "OrganisationPage.leave",
            "OrganisationPage.leaveFor",
            "OwnPages.leave",
            "OwnPages.speak",
            "SessionsResource.open",
            "SessionsResource.requestCode",
            "SignInPage.askForCode",
            "SignInPage.byCode",
            "SignInPage.byKey",
            "SignInPage.form",
            "SimulatorPage.page",
            "SimulatorResource.move",
            "SimulatorResource.read",
            "SimulatorResource.ring",
            "SimulatorResource.text",
            "SimulatorResource.time",
            "SimulatorResource.trick",
            "SimulatorResource.watch",
            "StoryResource.open",
            "StatusWebhook.receive",
            "VoiceWebhook.answer",
            "CalendarResource.feed");

    private static final List<JavaMethod> DOORS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.peerline").stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                    .toList();

    private static String name(JavaMethod door) {
        return door.getOwner().getSimpleName() + "." + door.getName();
    }

    private static boolean open(JavaMethod door) {
        boolean named =
                door.isAnnotatedWith(RolesAllowed.class) || door.getOwner().isAnnotatedWith(RolesAllowed.class);
        return door.isAnnotatedWith(PermitAll.class) || !named;
    }

    @Test
    void every_endpoint_declares_its_roles_or_is_on_the_public_list() {
        assertFalse(DOORS.isEmpty());
        Set<String> open =
                DOORS.stream().filter(DoorsTest::open).map(DoorsTest::name).collect(Collectors.toSet());
        assertEquals(new TreeSet<>(PUBLIC), new TreeSet<>(open));
    }

    @Test
    void what_may_be_repeated_commits_its_effect_and_its_answer_together() {
        List<String> wrong = DOORS.stream()
                .filter(door -> door.isAnnotatedWith(Idempotent.class))
                .filter(door -> !door.isAnnotatedWith(Transactional.class)
                        || !door.getRawReturnType().isEquivalentTo(Response.class))
                .map(DoorsTest::name)
                .toList();
        assertEquals(List.of(), wrong);
    }
}
