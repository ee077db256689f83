package org.peerline.console.simulator;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.peerline.api.problem.NotFound;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.SmsGateway;

/** Phones on the screen. There only while the gateway is the simulator. */
@Path("/simulator")
@PermitAll
public class SimulatorPage {
    private static final List<String> TRICKS = List.of("FAIL", "LATE", "TWICE", "OVERTAKEN");

    private final Pages pages;
    private final SmsGateway gateway;
    private final OurNumbers ourNumbers;

    SimulatorPage(Pages pages, SmsGateway gateway, OurNumbers ourNumbers) {
        this.pages = pages;
        this.gateway = gateway;
        this.ourNumbers = ourNumbers;
    }

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Simulator(
            Shell w, List<StoryStep> story, List<String> tricks, String serviceNumber, List<String> relayNumbers)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page() {
        if (!gateway.isSimulated()) {
            throw new NotFound();
        }
        return new Simulator(
                pages.shell(),
                StoryStep.ALL,
                TRICKS,
                ourNumbers.serviceNumber().e164(),
                ourNumbers.relayNumbers().stream().map(number -> number.e164()).toList());
    }
}
