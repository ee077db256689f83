package org.peerline.console.lists;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.peerline.core.Reference;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;

/** Finds requests by references as people type them, the PS- left out or not. */
@ApplicationScoped
public class ByReference {
    private static final int LONGEST = 12;

    private final Requests requests;

    ByReference(Requests requests) {
        this.requests = requests;
    }

    public Optional<SupportRequest> find(String written) {
        String typed = written == null ? "" : written.strip();
        return Reference.parse(typed)
                .or(() -> Reference.parse("PS-" + typed))
                .flatMap(known -> requests.byIdOrReference(known.text()));
    }

    /** @param written null or empty for the whole list */
    public Only only(String path, String written) {
        String typed = written == null ? "" : written.strip();
        return new Only(
                path,
                typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed,
                find(typed).map(SupportRequest::id));
    }
}
