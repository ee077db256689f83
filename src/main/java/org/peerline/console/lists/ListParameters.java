package org.peerline.console.lists;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.peerline.api.input.StatusFilter;

/** Which rows of a list are asked for, and from where on; for use as a bean parameter. */
public class ListParameters {
    @QueryParam("status")
    String status;

    @QueryParam("reference")
    String reference;

    @QueryParam("cursor")
    String cursor;

    /** As it was sent; null when nothing was. */
    public String status() {
        return status;
    }

    /** The only status that is shown; empty for all. */
    public <E extends Enum<E>> Optional<E> status(Class<E> statuses) {
        return StatusFilter.read(statuses, status == null || status.isEmpty() ? null : status);
    }

    /** Of the one request that the list is narrowed down to; null or empty for all of it. */
    public String reference() {
        return reference;
    }

    /** Null or empty on the first page. */
    public String cursor() {
        return cursor;
    }
}
