package org.peerline.console.accessible;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EveryPageIsCheckedTest {
    /**
     * The simulator in the tests of the packaged service, which has one: see SimulatorPageIT. And two that render, when
     * the organisation does not answer, what OrganisationPage.comeBack renders. And the steps in place, which render the
     * lanes of HomePage.home anew.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "SimulatorPage.page",
            "OrganisationPage.leaveFor",
            "OrganisationPage.leave",
            "HomePage.reassign",
            "HomePage.sayAgain",
            "HomePage.sendDetails",
            "HomePage.taskDone");

    @Test
    void every_door_that_renders_a_page_is_reached_in_a_state_that_is_checked() {
        Set<String> rendering = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.peerline.console").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .filter(door -> renders(door, new HashSet<>()))
                        .map(door -> door.getOwner().getSimpleName() + "." + door.getName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(rendering.isEmpty());
        var checked = new TreeSet<>(ELSEWHERE);
        Arrays.stream(PageState.values()).forEach(state -> checked.addAll(state.doors()));
        assertEquals(rendering, checked);
    }

    /** Whether what the method calls within its own class leads to rendering. */
    private static boolean renders(JavaMethod method, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return false;
        }
        if (method.getRawReturnType().isAssignableTo(TemplateInstance.class)) {
            return true;
        }
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> isRendering(call)
                        || call.getTargetOwner().equals(method.getOwner())
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(next -> renders(next, seen))
                                        .isPresent());
    }

    private static boolean isRendering(JavaMethodCall call) {
        return call.getName().equals("render") && call.getTargetOwner().isAssignableTo(TemplateInstance.class);
    }
}
