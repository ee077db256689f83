package org.peerline.privacy;

import java.util.UUID;

/** The person's key is gone: what was sealed with it is unreadable for good, which is what erasure means. */
public class PersonErased extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PersonErased(UUID person) {
        super("no key for person " + person);
    }
}
