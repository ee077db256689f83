package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.peerline.access.Roles;
import org.peerline.api.limit.Limited;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.limits.Limit;
import org.peerline.peers.rest.sheet.ImportReport;
import org.peerline.peers.rest.sheet.RosterSheetResource;

/** Brings a roster in from a spreadsheet: first what would be done, row by row, then all of it or nothing. */
@Path("/console/roster/import")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class ImportPage {
    private static final int INVALID = 400;

    private final RosterSheetResource sheets;
    private final Pages pages;

    ImportPage(RosterSheetResource sheets, Pages pages) {
        this.sheets = sheets;
        this.pages = pages;
    }

    /** @param report what the file would do; empty before one was chosen, and when it is faulty */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Import(Shell w, Optional<ImportReport> report, List<Violation> faults) implements TemplateInstance {}

    @GET
    public String form() {
        return new Import(pages.shell(), Optional.empty(), List.of()).render();
    }

    @POST
    @Limited(Limit.FILES_PER_KEY)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bringIn(@RestForm("file") FileUpload file, @RestForm("what") String what) {
        boolean preview = !"import".equals(what);
        try {
            var report = (ImportReport) sheets.bringIn(preview, content(file)).getEntity();
            return preview
                    ? Response.ok(new Import(pages.shell(), Optional.of(report), List.of()).render())
                            .build()
                    : Go.to("/console/roster?done=imported");
        } catch (BadInput bad) {
            return Response.status(INVALID)
                    .entity(new Import(pages.shell(), Optional.empty(), bad.violations()).render())
                    .build();
        }
    }

    private static byte[] content(FileUpload file) {
        try {
            return file == null ? new byte[0] : Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
