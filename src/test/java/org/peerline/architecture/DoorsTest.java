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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.peerline.api.idempotency.Idempotent;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Page;
import org.peerline.limits.Limit;

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

    /** Doors for programs that neither cost money nor tell anything about anybody else. */
    private static final Set<String> UNLIMITED = Set.of(
            // One's own, or about nobody.
            "CalendarResource.read",
            "EncryptionResource.read",
            "MeResource.read",
            // Changes that text nobody, or only end something.
            "ApiKeysResource.create",
            "ApiKeysResource.revoke",
            "CalendarResource.close",
            "CalendarResource.open",
            "EmployerAliasesResource.add",
            "EmployerAliasesResource.remove",
            "MeResource.change",
            "PeerRightsResource.erase",
            "PeerRightsResource.hold",
            "PeerRightsResource.lift",
            "PeersResource.register",
            "RequesterRightsResource.erase",
            "RequesterRightsResource.hold",
            "RequesterRightsResource.lift",
            "SessionsResource.close",
            "StaffResource.erase",
            "TasksResource.done");

    /** The same of pages. */
    private static final Set<String> UNLIMITED_PAGES = Set.of(
            // Counted by themselves, or by what they call: parts that ask every few seconds, and what says too often in
            // place.
            "AuditPage.rows",
            "CallsPage.days",
            "HomePage.reassign",
            "HomePage.sayAgain",
            "HomePage.sendDetails",
            "ImportPage.bringIn",
            "IntakePage.comingBack",
            "IntakePage.known",
            "NumbersPage.rows",
            "RequestsPage.lines",
            "RosterPage.rows",
            "SafetyPage.rows",
            "TasksPage.rows",
            "TextsPage.rows",
            // One's own.
            "MyPage.mine",
            "MyPage.requests",
            // Counts, codes and empty forms.
            "EntryPage.empty",
            "HomePage.home",
            "HomePage.lanes",
            "ImportPage.form",
            "IntakePage.empty",
            "KeysPage.rows",
            "PictureFiles.coverage",
            "PictureFiles.times",
            "PictureFiles.waiting",
            "PicturesPage.pictures",
            // Ways back to a page.
            "OnePeerPage.fromPause",
            "OnePeerPage.fromRetirement",
            "RosterPage.fromFinding",
            // Changes that text nobody, or only end something.
            "EntryPage.add",
            "HomePage.taskDone",
            "KeysPage.issue",
            "MyPage.pause",
            "MyPage.resume",
            "KeysPage.revoke",
            "OnePeerPage.comeBack",
            "OnePeerPage.pause",
            "OnePeerPage.resume",
            "OnePeerPage.retire",
            "RequestPage.taskDone",
            "TasksPage.done");

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

    /** Public doors have limits of their own, by number and altogether, or nobody real behind them. */
    @Test
    void every_endpoint_for_programs_is_limited_or_on_the_short_list_of_those_that_need_not_be() {
        Set<String> unlimited = DOORS.stream()
                .filter(door -> !open(door))
                .filter(door -> !door.getOwner().getPackageName().startsWith("org.peerline.console"))
                .filter(door -> !door.isAnnotatedWith(Limited.class))
                .map(DoorsTest::name)
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(UNLIMITED), new TreeSet<>(unlimited));
    }

    @Test
    void every_page_and_form_is_limited_or_on_the_short_list_of_those_that_need_not_be() {
        Set<String> unlimited = DOORS.stream()
                .filter(door -> !open(door))
                .filter(door -> door.getOwner().getPackageName().startsWith("org.peerline.console"))
                .filter(door -> !door.isAnnotatedWith(Limited.class))
                .map(DoorsTest::name)
                .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(UNLIMITED_PAGES), new TreeSet<>(unlimited));
    }

    /** What is counted is what the first parameter names. */
    @Test
    void reads_that_are_counted_name_what_is_read_first() {
        List<JavaMethod> reads = DOORS.stream()
                .filter(door -> door.tryGetAnnotationOfType(Limited.class)
                        .filter(limited -> limited.value() == Limit.READS_PER_KEY)
                        .isPresent())
                .toList();
        List<String> wrong = reads.stream()
                .filter(door -> door.getRawParameterTypes().isEmpty()
                        || !Set.of("java.util.UUID", "java.lang.String")
                                .contains(door.getRawParameterTypes().get(0).getName()))
                .map(DoorsTest::name)
                .toList();
        assertFalse(reads.isEmpty());
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_list_and_every_file_is_limited() {
        List<String> wrong = DOORS.stream()
                .filter(door -> door.getRawReturnType().isEquivalentTo(Page.class)
                        || door.tryGetAnnotationOfType(Produces.class)
                                .filter(type -> List.of(type.value()).contains("text/csv"))
                                .isPresent())
                .filter(door -> !door.isAnnotatedWith(Limited.class))
                .map(DoorsTest::name)
                .toList();
        assertEquals(List.of(), wrong);
    }
}
