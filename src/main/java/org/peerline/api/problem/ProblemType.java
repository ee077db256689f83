package org.peerline.api.problem;

import java.util.Locale;

/** The kinds of problem that the API answers with. The names are part of the contract: see {@link #uri}. */
public enum ProblemType {
    INVALID_INPUT(400, "Something in the request is wrong"),
    UNAUTHENTICATED(401, "No valid credential"),
    FORBIDDEN(403, "Not allowed for your role"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No answer in the requested media type"),
    CONFLICT(409, "The present state does not allow it"),
    PRECONDITION_FAILED(412, "Changed since you read it"),
    TOO_LARGE(413, "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    PRECONDITION_REQUIRED(428, "If-Match is required"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    FAULT(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available at the moment"),
    OTHER(0, "The request could not be answered");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500 ? FAULT : OTHER;
    }

    /** The {@code type} of the problem document; stable, and not an address to fetch. */
    public String uri() {
        return "urn:peerline:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
