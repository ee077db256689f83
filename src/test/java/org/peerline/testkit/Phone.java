package org.peerline.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

/** Somebody's handset: texts our numbers through the signed webhook and reads what the provider was given for it. */
public final class Phone {
    private final String number;
    private final FakeTwilio twilio;
    private final Programme programme;
    private final SignedWebhook webhook = new SignedWebhook();
    private int read;
    private PostedMessage last;

    public Phone(String number, FakeTwilio twilio, Programme programme) {
        this.number = number;
        this.twilio = twilio;
        this.programme = programme;
    }

    public String number() {
        return number;
    }

    /** Sends a text; it has taken effect, and what it owes has been sent, when this returns. */
    public Phone texts(String to, String body) {
        assertEquals(200, webhook.text(number, to, body).statusCode());
        programme.settle();
        return this;
    }

    /** Answers the number that the last text came from. */
    public Phone replies(String body) {
        return texts(last.from(), body);
    }

    /** The next unread text contains all of this. */
    public PostedMessage receives(String... parts) {
        PostedMessage next = next();
        for (String part : parts) {
            assertTrue(next.body().contains(part), "expected \"" + part + "\" in: " + next.body());
        }
        return next;
    }

    /** The last text from this number contains that; texts from several numbers come in any order. */
    public void receivesFrom(String number, String part) {
        programme.settle();
        List<PostedMessage> all = received();
        PostedMessage latest = all.stream()
                .filter(text -> text.from().equals(number))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("no text from " + number));
        assertTrue(latest.body().contains(part), "expected \"" + part + "\" in: " + latest.body());
        read++;
        last = latest;
    }

    /** The next unread texts, as many as there are parts; texts from several numbers come in any order. */
    public void receivesInAnyOrder(String... parts) {
        var bodies = new ArrayList<String>();
        for (int text = 0; text < parts.length; text++) {
            bodies.add(next().body());
        }
        for (String part : parts) {
            assertTrue(bodies.removeIf(body -> body.contains(part)), "expected \"" + part + "\" in: " + bodies);
        }
    }

    /** The next unread text is exactly this. */
    public PostedMessage receivesExactly(String body) {
        PostedMessage next = next();
        assertEquals(body, next.body());
        return next;
    }

    public void receivesNothingMore() {
        programme.settle();
        List<String> unread = new ArrayList<>();
        received().stream().skip(read).forEach(text -> unread.add(text.body()));
        assertEquals(List.of(), unread, "a text nobody expected");
    }

    /** Everything that the provider was given for this handset. */
    public List<PostedMessage> received() {
        return twilio.posts().stream().filter(text -> text.to().equals(number)).toList();
    }

    private PostedMessage next() {
        programme.settle();
        List<PostedMessage> received = received();
        assertTrue(received.size() > read, "expected a text, but none came");
        last = received.get(read++);
        return last;
    }
}
