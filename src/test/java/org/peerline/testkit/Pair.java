package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.testkit.Pairs.Owed;

/** A requester and their peer on one relay number. What is owed is read once, in order. */
public final class Pair {
    private final Pairs pairs;
    private final UUID assignment;
    private int read;

    Pair(Pairs pairs, UUID assignment) {
        this.pairs = pairs;
        this.assignment = assignment;
        this.read = pairs.owed(assignment).size();
    }

    public UUID assignment() {
        return assignment;
    }

    public String reference() {
        return pairs.conversation(assignment).reference().text();
    }

    public UUID peer() {
        return pairs.conversation(assignment).peer().id();
    }

    public PhoneNumber number(Party party) {
        return pairs.conversation(assignment).recipient(party).number();
    }

    public PhoneNumber relayNumber() {
        return pairs.conversation(assignment).assignment().relayNumber();
    }

    /** A text to the relay number. */
    public Pair text(Party sender, String body) {
        pairs.text(assignment, sender, body);
        return this;
    }

    /** A text whose answers are not sent yet, such as when two texts cross. */
    public Pair textUnsent(Party sender, String body) {
        pairs.textUnsent(assignment, sender, body);
        return this;
    }

    /** Everything owed is on the handsets now. */
    public Pair allIsRead() {
        pairs.send();
        return this;
    }

    /** What has been owed since the last look. */
    public List<Owed> news() {
        List<Owed> all = pairs.owed(assignment);
        List<Owed> unread = all.subList(read, all.size());
        read = all.size();
        return List.copyOf(unread);
    }

    /** What one side was owed since the last look; fails where the other side was owed something too. */
    public List<String> newsTo(Party reader) {
        List<Owed> unread = news();
        assertEquals(
                List.of(), unread.stream().filter(owed -> owed.to() != reader).toList(), "only to " + reader);
        return unread.stream().map(Owed::text).toList();
    }
}
