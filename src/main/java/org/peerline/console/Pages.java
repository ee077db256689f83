package org.peerline.console;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.peerline.access.CurrentActor;
import org.peerline.access.Role;
import org.peerline.core.TimeSource;
import org.peerline.wording.Language;

/** Makes the shell of the page that is being asked for. */
@ApplicationScoped
public class Pages {
    /** The reader's choice of language; it says nothing about anybody. */
    public static final String LANGUAGE_COOKIE = "peerline_language";

    private final RoutingContext request;
    private final CurrentActor current;
    private final Assets assets;
    private final TimeSource time;
    private final ZoneId zone;

    Pages(
            RoutingContext request,
            CurrentActor current,
            Assets assets,
            TimeSource time,
            @ConfigProperty(name = "peerline.time-zone") ZoneId zone) {
        this.request = request;
        this.current = current;
        this.assets = assets;
        this.time = time;
        this.zone = zone;
    }

    public Shell shell() {
        return shell(current.caller().roles());
    }

    /** For a page that must not ask who is there: a fault may come before anybody could find out. */
    public Shell shellForAnybody() {
        return shell(Set.of());
    }

    private Shell shell(Set<Role> roles) {
        return new Shell(
                language(),
                zone,
                time.now(),
                request.normalizedPath(),
                roles,
                Optional.ofNullable(request.request().getParam("done"))
                        .map(done -> "done." + done)
                        .filter(key -> Words.in(Language.EN).known(key).isPresent()),
                assets);
    }

    private Language language() {
        return Optional.ofNullable(request.request().getCookie(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .or(() -> Optional.ofNullable(request.request().getHeader("Accept-Language")))
                .map(wanted -> wanted.strip().toLowerCase(Locale.ROOT))
                .filter(wanted -> wanted.startsWith("cy"))
                .map(wanted -> Language.CY)
                .orElse(Language.EN);
    }
}
