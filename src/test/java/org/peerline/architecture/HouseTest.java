package org.peerline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.peerline.core.TimeSource;

/** The plan of the house (docs/architecture.md), held. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.peerline");

    /** From the ground up: a floor may use itself and what lies below it. */
    private static final String[][] FLOORS = {
        {"core"},
        {"privacy", "audit", "calendar"},
        {"limits"},
        {"api", "access"},
        {"wording", "matching", "tasks", "archive"},
        {"sms"},
        {"peers", "requests"},
        {"assignments", "safeguarding"},
        {"intake", "relay", "calls"},
        {"conversation", "console"},
    };

    @Test
    void stairs_go_down_only() {
        for (int floor = 0; floor < FLOORS.length; floor++) {
            for (String room : FLOORS[floor]) {
                String[] above = packagesFrom(floor + 1);
                if (above.length > 0) {
                    check(noClasses()
                            .that()
                            .resideInAPackage("org.peerline." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(above));
                }
            }
        }
    }

    @Test
    void rooms_beside_each_other_keep_to_themselves() {
        keepApart("intake", "relay", "calls");
        keepApart("peers", "requests");
        check(noClasses()
                .that()
                .resideInAPackage("org.peerline.sms.inbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.peerline.sms.outbox.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.peerline.sms.outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.peerline.sms.inbox.."));
    }

    @Test
    void nobody_imports_the_front_desk_or_a_gateway() {
        for (String leaf :
                new String[] {"conversation", "console", "sms.twilio", "sms.simulator", "embedded", "demo"}) {
            check(noClasses()
                    .that()
                    .resideOutsideOfPackage("org.peerline." + leaf + "..")
                    .and()
                    .doNotHaveFullyQualifiedName("org.peerline.Main")
                    .and()
                    .resideOutsideOfPackage("org.peerline")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.peerline." + leaf + ".."));
        }
    }

    @Test
    void rooms_have_no_cycle() {
        check(slices().matching("org.peerline.(*)..").should().beFreeOfCycles());
        check(slices().matching("org.peerline.sms.(*)..").should().beFreeOfCycles());
    }

    @Test
    void the_provider_is_known_in_its_gateway_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.peerline.sms.twilio..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.twilio.."));
    }

    @Test
    void http_is_known_at_the_doors_only() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.peerline..rest..",
                        "org.peerline.api..",
                        "org.peerline.access.bearer..",
                        "org.peerline.console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.."));
    }

    @Test
    void rules_know_no_framework() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.peerline.matching..", "org.peerline.calls.time..", "org.peerline.intake.answer..")
                .or()
                .haveSimpleNameEndingWith("Plan")
                .or()
                .haveSimpleNameEndingWith("Parser")
                .or()
                .haveSimpleNameEndingWith("Rule")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "jakarta..",
                        "io.quarkus..",
                        "org.hibernate..",
                        "org.jdbi..",
                        "com.fasterxml..",
                        "io.smallrye..")));
    }

    @Test
    void time_is_read_in_one_place() {
        ArchRule rule = noClasses()
                .that()
                .doNotBelongToAnyOf(TimeSource.class)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis");
        check(rule);
    }

    @Test
    void names_say_what_a_class_is_for() {
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)$"));
    }

    @Test
    void entities_have_no_setters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameMatching("set[A-Z].*")
                .check(HOUSE);
    }

    private static void keepApart(String... rooms) {
        for (String room : rooms) {
            for (String other : rooms) {
                if (!room.equals(other)) {
                    check(noClasses()
                            .that()
                            .resideInAPackage("org.peerline." + room + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("org.peerline." + other + ".."));
                }
            }
        }
    }

    private static String[] packagesFrom(int floor) {
        return Arrays.stream(FLOORS)
                .skip(floor)
                .flatMap(Arrays::stream)
                .map(room -> "org.peerline." + room + "..")
                .toArray(String[]::new);
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }
}
