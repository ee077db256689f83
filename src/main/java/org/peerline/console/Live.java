package org.peerline.console;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * A part of a page that keeps itself up to date: it asks every few seconds, naming what it shows, and is sent anew only
 * when something has changed. Asking works through any copy of the service and leaves the database nothing to remember.
 */
public final class Live {
    private static final int ENOUGH = 8;
    private static final int NOTHING_NEW = 204;

    private Live() {}

    /** A short name for what is shown; equal content has equal names on every copy of the service. */
    public static String mark(Object content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ENOUGH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * A name for a list of which the ages of its rows go on by themselves, every minute.
     *
     * @param content without the ages
     * @param all with them
     */
    public static String mark(Object content, Object all) {
        return mark(content) + mark(all);
    }

    /** Whether more would be shown than how old the same has become; what somebody has seen once is not read again. */
    private static boolean isNews(String shown, String mark) {
        return shown == null || !shown.startsWith(mark.substring(0, mark.length() / 2));
    }

    /** @param shown the mark that the page sent; the part is rendered only when that is not what it would show now */
    public static Response answer(String shown, String mark, Supplier<TemplateInstance> part) {
        return mark.equals(shown)
                ? Response.status(NOTHING_NEW).build()
                : Response.ok(part.get().render(), MediaType.TEXT_HTML_TYPE).build();
    }

    /** @param news what has to be done about more than how old the same has become, before the part is rendered */
    public static Response answer(String shown, String mark, Runnable news, Supplier<TemplateInstance> part) {
        return answer(shown, mark, () -> {
            if (isNews(shown, mark)) {
                news.run();
            }
            return part.get();
        });
    }
}
