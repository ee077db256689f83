package org.peerline.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.peerline.api.address.PublicUrl;
import org.peerline.api.http.Problem;

/** Turns the problem documents that leave a page's door into pages, and a missing sign-in into the way there. */
public class PageFaults {
    private static final int FOUND_ELSEWHERE = 303;
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final Pages pages;
    private final PublicUrl publicUrl;

    PageFaults(Pages pages, PublicUrl publicUrl) {
        this.pages = pages;
        this.publicUrl = publicUrl;
    }

    /** What went wrong, for a person. */
    @CheckedTemplate(basePath = "console", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Fault(Shell w, int status) implements TemplateInstance {}

    @ServerResponseFilter
    public void asPages(ContainerRequestContext request, ContainerResponseContext response) {
        String path = request.getUriInfo().getPath();
        boolean page = path.equals("/console") || path.startsWith("/console/");
        if (!page || response.getMediaType() == null || !isProblem(response.getMediaType())) {
            return;
        }
        if (response.getStatus() == 401) {
            toSignIn(request, response);
        } else {
            response.setEntity(new Fault(pages.shellForAnybody(), response.getStatus()).render(), null, HTML);
        }
    }

    private void toSignIn(ContainerRequestContext request, ContainerResponseContext response) {
        String here = request.getUriInfo().getPath();
        String back = request.getMethod().equals("GET") ? here : "/console";
        String signIn = "/console/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
        response.getHeaders().remove(HttpHeaders.WWW_AUTHENTICATE);
        if (request.getHeaderString("HX-Request") == null) {
            response.setStatus(FOUND_ELSEWHERE);
            response.getHeaders().putSingle(HttpHeaders.LOCATION, signIn);
        } else {
            // A part of a page asked; the whole page has to go.
            response.getHeaders().putSingle("HX-Redirect", publicUrl.of("/console/sign-in"));
        }
        response.setEntity("", null, MediaType.TEXT_HTML_TYPE);
    }

    private static boolean isProblem(MediaType type) {
        return type.toString().startsWith(Problem.MEDIA_TYPE);
    }
}
