package org.peerline.console.keys;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.access.ApiKey;
import org.peerline.access.ApiKeys;
import org.peerline.access.Role;
import org.peerline.access.Roles;
import org.peerline.access.browser.CookieMechanism;
import org.peerline.access.rest.NewApiKey;
import org.peerline.api.limit.Limited;
import org.peerline.api.paging.Cursor;
import org.peerline.api.paging.PageRequest;
import org.peerline.api.problem.NotFound;
import org.peerline.console.Go;
import org.peerline.console.Live;
import org.peerline.console.Pages;
import org.peerline.console.Shell;
import org.peerline.console.lists.Sheet;
import org.peerline.limits.Limit;

/** Keys for staff and systems: made, listed, revoked. A key is shown once. */
@Path("/console/keys")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
public class KeysPage {
    private static final int INVALID = 400;

    /** A peer signs in with a code; no key is one. */
    private static final List<Role> FOR_KEYS =
            Arrays.stream(Role.values()).filter(role -> role != Role.PEER).toList();

    private final ApiKeys keys;
    private final Validator validator;
    private final Pages pages;

    KeysPage(ApiKeys keys, Validator validator, Pages pages) {
        this.keys = keys;
        this.validator = validator;
        this.pages = pages;
    }

    /** @param issued the new key; it is shown this once */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Keys(Shell w, Sheet<ApiKey> sheet, String mark, List<Role> roles, Optional<String> issued, boolean wrong)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record KeyRows(Shell w, Sheet<ApiKey> sheet, String mark) implements TemplateInstance {}

    @GET
    @Limited(Limit.LISTS_PER_KEY)
    @Transactional
    public String list(@QueryParam("cursor") String cursor) {
        return page(cursor, Optional.empty(), false);
    }

    /** The part that keeps itself up to date. */
    @GET
    @Path("/rows")
    @Transactional
    public Response rows(@QueryParam("cursor") String cursor, @HeaderParam(CookieMechanism.UNATTENDED) String seen) {
        Shell w = pages.shell();
        Sheet<ApiKey> sheet = sheet(cursor);
        String mark = mark(sheet, w);
        return Live.answer(seen, mark, () -> new KeyRows(w, sheet, mark));
    }

    @POST
    @Transactional
    public Response issue(MultivaluedMap<String, String> form) {
        String name =
                Optional.ofNullable(form.getFirst("name")).map(String::strip).orElse("");
        List<String> asked = Optional.ofNullable(form.get("roles")).orElse(List.of());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        FOR_KEYS.stream().filter(role -> asked.contains(role.name())).forEach(roles::add);
        var wanted = new NewApiKey(name.isEmpty() ? null : name, List.copyOf(roles), null);
        if (!validator.validate(wanted).isEmpty()) {
            return Response.status(INVALID)
                    .entity(page(null, Optional.empty(), true))
                    .build();
        }
        ApiKeys.Issued issued = keys.issue(name, roles, Optional.empty());
        return Response.ok(page(null, Optional.of(issued.token().text()), false))
                .build();
    }

    @POST
    @Path("/{id}/revoke")
    @Transactional
    public Response revoke(@PathParam("id") UUID id) {
        if (!keys.revoke(id)) {
            throw new NotFound();
        }
        return Go.to("/console/keys?done=revoked");
    }

    private String page(String cursor, Optional<String> issued, boolean wrong) {
        Shell w = pages.shell();
        Sheet<ApiKey> sheet = sheet(cursor);
        return new Keys(w, sheet, mark(sheet, w), FOR_KEYS, issued, wrong).render();
    }

    private Sheet<ApiKey> sheet(String cursor) {
        PageRequest asked = Sheet.asked(cursor);
        return Sheet.of(keys.list(asked.after().map(Cursor::id), asked.rowsToRead()), cursor, asked, ApiKey::id);
    }

    private static String mark(Sheet<ApiKey> sheet, Shell w) {
        return Live.mark(sheet.map(key ->
                List.of(key.id(), key.revokedAt().isPresent(), key.lastUsedAt().map(w::age))));
    }
}
