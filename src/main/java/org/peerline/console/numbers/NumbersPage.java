package org.peerline.console.numbers;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.peerline.access.Roles;
import org.peerline.assignments.numbers.NumberPool;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.sms.OurNumbers;

/** Whether there are enough relay numbers, and what to do before there are not. */
@Path("/console/numbers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.COORDINATOR, Roles.ADMIN})
public class NumbersPage {
    private static final int SCARCE = 3;

    private final NumberPool pool;
    private final OurNumbers ourNumbers;
    private final Pages pages;

    NumbersPage(NumberPool pool, OurNumbers ourNumbers, Pages pages) {
        this.pool = pool;
        this.ourNumbers = ourNumbers;
        this.pages = pages;
    }

    /**
     * @param room how many more conversations the busiest person can be given
     * @param level {@code good}, {@code warn} or {@code bad}
     */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Numbers(Shell w, String service, List<NumberPool.Use> rows, int size, int room, int waiting, String level)
            implements TemplateInstance {}

    @GET
    public String numbers() {
        int room = pool.headRoom();
        return new Numbers(
                        pages.shell(),
                        ourNumbers.serviceNumber().e164(),
                        pool.numbers(),
                        pool.size(),
                        room,
                        pool.waiting(),
                        room <= 0 ? "bad" : room < SCARCE ? "warn" : "good")
                .render();
    }
}
