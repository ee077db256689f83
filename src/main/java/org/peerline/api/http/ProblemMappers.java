package org.peerline.api.http;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.peerline.api.problem.ApiException;
import org.peerline.api.problem.BadInput;
import org.peerline.api.problem.Conflict;
import org.peerline.api.problem.ProblemType;
import org.peerline.api.problem.TryLater;
import org.peerline.api.problem.Unauthenticated;
import org.peerline.api.problem.Violation;
import org.peerline.api.problem.Violations;
import org.peerline.core.BareFault;

/** Every exception that leaves a REST door becomes a problem document here. */
@Singleton
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final Problems problems;

    ProblemMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response refused(ApiException refused) {
        return answer(refused);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        return answer(new BadInput(Violations.ofParameters(invalid)));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated() {
        return answer(new Unauthenticated("Send a valid credential: Authorization: Bearer <token>."));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException forbidden) {
        return answer(ProblemType.FORBIDDEN, 403, "Your role does not open this door.");
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException web) {
        Response original = web.getResponse();
        int status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            LOG.error("request failed", new BareFault(web));
        }
        ProblemType type = ProblemType.of(status);
        var answer = Response.fromResponse(answer(type, status, WebDetails.of(status)));
        if (type == ProblemType.TOO_LARGE) {
            // The rest of the body is not read, so the connection cannot serve another request.
            answer.header("Connection", "close");
        }
        for (String kept : List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER)) {
            if (original.getHeaderString(kept) != null) {
                answer.header(kept, original.getHeaderString(kept));
            }
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response fault(Throwable fault) {
        var known = FaultReading.of(fault);
        if (known.isPresent()) {
            return answer(known.get());
        }
        if (fault instanceof IOException) {
            // The caller's connection has ended, or was ended, before the request was read: nobody reads the answer.
            LOG.debug("a request ended before it was read");
            return answer(ProblemType.INVALID_INPUT, 400, WebDetails.of(400));
        }
        LOG.error("request failed", new BareFault(fault));
        return answer(ProblemType.FAULT, 500, "The fault has been recorded under the request id in instance.");
    }

    private Response answer(ApiException refused) {
        ProblemType type = refused.type();
        String code = refused instanceof Conflict conflict ? conflict.code() : null;
        List<Violation> violations = refused instanceof BadInput bad ? bad.violations() : List.of();
        var answer = Response.status(type.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problems.document(type, type.status(), refused.getMessage(), code, violations));
        if (refused instanceof Unauthenticated) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refused instanceof TryLater later) {
            answer.header(HttpHeaders.RETRY_AFTER, later.retryAfterSeconds());
        }
        return answer.build();
    }

    private Response answer(ProblemType type, int status, String detail) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(problems.document(type, status, detail, null, List.of()))
                .build();
    }
}
