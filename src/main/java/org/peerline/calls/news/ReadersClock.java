package org.peerline.calls.news;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.peerline.assignments.Conversation;
import org.peerline.calls.time.CallTimeWords;
import org.peerline.core.Party;
import org.peerline.wording.Language;

/** How one reader is told a time: in UK time, with their own clock beside it where they live by another. */
public record ReadersClock(ZoneId zone, Language language) {
    private static final CallTimeWords WORDS = new CallTimeWords();
    private static final ZoneId UK = ZoneId.of("Europe/London");

    public static ReadersClock of(Party reader, Conversation conversation) {
        ZoneId zone = reader == Party.PEER ? conversation.peer().timeZone() : UK;
        return new ReadersClock(zone, conversation.languageOf(reader));
    }

    public String when(ZonedDateTime at) {
        return WORDS.ukAndYourTime(at, zone, language);
    }

    /** Several times with an "or" between them. */
    public String oneOf(List<ZonedDateTime> times) {
        return WORDS.oneOf(times.stream().map(this::when).toList(), language);
    }
}
