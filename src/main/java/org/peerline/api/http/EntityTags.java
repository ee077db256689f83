package org.peerline.api.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peerline.api.problem.PreconditionFailed;
import org.peerline.api.problem.PreconditionRequired;

/** ETags made of an aggregate's version, and the check of {@code If-Match} against them. */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Weak comparison, because a proxy that compresses may have made our tag weak. {@code *} stands for whatever is
     * there.
     */
    public static void check(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new PreconditionRequired();
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        Matcher tag = TAG.matcher(ifMatch);
        while (tag.find()) {
            if (tag.group(1).equals(Long.toString(version))) {
                return;
            }
        }
        throw new PreconditionFailed();
    }
}
