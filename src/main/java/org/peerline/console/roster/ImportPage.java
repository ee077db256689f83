package org.peerline.console.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.access.Roles;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Violation;
import org.peerline.console.Go;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.peers.rest.sheet.ImportReport;
import org.peerline.peers.rest.sheet.RosterSheetResource;

/**
 * Brings a roster in from a spreadsheet: first what would be done, then all of it or nothing. Between the two the file is
 * kept by the browser, in the page that shows what it would do, and nowhere here.
 */
@Path("/console/roster/import")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.COORDINATOR)
public class ImportPage {
    private static final int INVALID = 400;
    private static final int SHOWN = 100;
    private static final Pattern CELL = Pattern.compile("row\\[(\\d+)](?:\\.(.+))?");

    private final RosterSheetResource sheets;
    private final Pages pages;

    ImportPage(RosterSheetResource sheets, Pages pages) {
        this.sheets = sheets;
        this.pages = pages;
    }

    /** @param preview what the file would do; empty before one was chosen, and when it is faulty */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Import(Shell w, Optional<Preview> preview, List<CellFault> faults) implements TemplateInstance {}

    /** @param where in the spreadsheet, as people say it; empty for the file as a whole */
    public record CellFault(String where, String sentence) {
        static CellFault of(Violation fault, Shell w) {
            Matcher cell = CELL.matcher(fault.field());
            String where = fault.field();
            if (cell.matches()) {
                String column = cell.group(2) == null ? "" : cell.group(2).replaceAll("[\\[.].*", "");
                where = column.isEmpty()
                        ? w.say("import.in-row", cell.group(1))
                        : w.say(
                                "import.cell",
                                cell.group(1),
                                w.known("entry." + column).orElse(column));
            }
            return new CellFault(where, w.fault(fault.message()));
        }
    }

    /**
     * What a file would do.
     *
     * @param rows the first of those that do something
     * @param more how many more do
     * @param file itself, for the browser to send once more
     */
    public record Preview(ImportReport report, List<ImportReport.ImportedRow> rows, long more, String file) {
        static Preview of(ImportReport report, byte[] file) {
            List<ImportReport.ImportedRow> doing = report.rows().stream()
                    .filter(row -> !"UNCHANGED".equals(row.effect().name()))
                    .toList();
            return new Preview(
                    report,
                    doing.stream().limit(SHOWN).toList(),
                    Math.max(0, doing.size() - SHOWN),
                    new String(file, StandardCharsets.UTF_8));
        }

        public boolean nothing() {
            return rows.isEmpty();
        }

        @Override
        public String toString() {
            return "Preview";
        }
    }

    @GET
    public String form() {
        return new Import(pages.shell(), Optional.empty(), List.of()).render();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response bringIn(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, byte[] body) {
        Shell w = pages.shell();
        try {
            var sent = SentForm.read(type, body);
            byte[] file = sent.part("file")
                    .filter(content -> content.length > 0)
                    .or(() -> sent.part("kept"))
                    .orElse(new byte[0]);
            boolean preview = !"import".equals(sent.words("what"));
            var report = (ImportReport) sheets.bringIn(preview, file).getEntity();
            return preview
                    ? Response.ok(new Import(w, Optional.of(Preview.of(report, file)), List.of()).render())
                            .build()
                    : Go.to("/console/roster?done=imported");
        } catch (BadInput bad) {
            return Response.status(INVALID)
                    .entity(new Import(
                                    w,
                                    Optional.empty(),
                                    bad.violations().stream()
                                            .map(fault -> CellFault.of(fault, w))
                                            .toList())
                            .render())
                    .build();
        }
    }
}
