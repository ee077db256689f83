package org.peerline.requests;

import java.util.regex.Pattern;

/** The first name in a full name: what the other side of a conversation sees. */
final class FirstName {
    private static final Pattern TITLE =
            Pattern.compile("(?i)(dr|doctor|mr|mrs|ms|miss|mx|prof|professor|sir|dame)\\.?");

    private FirstName() {}

    static String of(String fullName) {
        String[] words = fullName.strip().split("\\s+");
        boolean titled = words.length > 1 && TITLE.matcher(words[0]).matches();
        return words[titled ? 1 : 0];
    }
}
