package org.peerline.api.http;

/** The sentence for an error that the HTTP machinery raised itself; its own words may repeat what was sent. */
public final class WebDetails {
    private WebDetails() {}

    public static String of(int status) {
        return switch (status) {
            case 400 -> "The request could not be read.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not offer that method.";
            case 406 -> "Answers are application/json.";
            case 413 -> "The body is larger than this service accepts.";
            case 415 -> "Send the body in the media type that the contract names, usually application/json.";
            case 503 -> "The service cannot answer at the moment. Please try again.";
            default ->
                status >= 500
                        ? "The fault has been recorded under the request id in instance."
                        : "The request was refused.";
        };
    }
}
