package org.peerline.sms.simulator;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Refusal;
import org.peerline.core.TimeSource;
import org.peerline.sms.InboundSms;
import org.peerline.sms.inbox.Inbox;
import org.peerline.sms.voice.InboundCall;
import org.peerline.sms.voice.InboundCallHandler;
import org.peerline.sms.voice.VoiceReply;

/** What the simulator's doors do: phones that text, a network that plays tricks, and a clock that can be moved. */
@ApplicationScoped
public class Simulator {
    private static final Refusal MOVING =
            new Refusal("clock_is_moving", "The clock is on its way already. Wait until it has arrived.");

    private final Inbox inbox;
    private final Phones phones;
    private final PhoneNews news;
    private final SimulatedNetwork network;
    private final SimulatorClock clock;
    private final ClockMoves moves;
    private final InboundCallHandler switchboard;
    private final TimeSource time;

    Simulator(
            Inbox inbox,
            Phones phones,
            PhoneNews news,
            SimulatedNetwork network,
            SimulatorClock clock,
            ClockMoves moves,
            InboundCallHandler switchboard,
            TimeSource time) {
        this.inbox = inbox;
        this.phones = phones;
        this.news = news;
        this.network = network;
        this.clock = clock;
        this.moves = moves;
        this.switchboard = switchboard;
        this.time = time;
    }

    /**
     * A text from a phone to one of our numbers; returns when it has taken effect and its answers are on the phones.
     *
     * @param twice the network hands the same text over two times, as it may in life
     */
    public void text(PhoneNumber from, PhoneNumber to, String body, boolean twice) {
        Instant now = time.now();
        phones.keep(
                from,
                new SimulatedText(
                        Identifier.next(), SimulatedText.Direction.SENT, from.e164(), to.e164(), body, now, null));
        var text = new InboundSms("SIM-" + Identifier.next(), from, to, body, 0, InboundSms.OptOut.NONE, now, false);
        inbox.take(text);
        if (twice) {
            inbox.take(text);
        }
        clock.settle();
    }

    /** A call from a phone to one of our numbers: what would become of it. Nobody is really connected. */
    public VoiceReply ring(Optional<PhoneNumber> from, PhoneNumber to) {
        return switchboard.answer(new InboundCall(from, to));
    }

    /** Oldest first. */
    public List<SimulatedText> on(PhoneNumber phone) {
        return phones.on(phone);
    }

    /** What happens from now on. */
    public Multi<PhoneNews.Item> watch() {
        return news.watch();
    }

    /** Decides what the network does with the next text to a phone; a later choice replaces an earlier one. */
    public void choose(PhoneNumber phone, DeliveryTrick trick) {
        network.choose(phone, trick);
    }

    public Instant now() {
        return time.now();
    }

    /** Where the clock is on its way to; empty while it stands. */
    public Optional<Instant> movingTo() {
        return moves.movingTo();
    }

    /**
     * Moves the service's time forward; everything that falls due on the way happens. Where that takes long, the clock goes
     * on by itself after this returns, see {@link #movingTo}.
     *
     * @return a refusal while it is on its way elsewhere
     */
    public Optional<Refusal> moveTo(Instant target) {
        return moves.moveTo(target) == ClockMoves.Outcome.BUSY ? Optional.of(MOVING) : Optional.empty();
    }
}
