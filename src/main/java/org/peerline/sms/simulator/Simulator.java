package org.peerline.sms.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.TimeSource;
import org.peerline.sms.InboundSms;
import org.peerline.sms.inbox.Inbox;
import org.peerline.sms.voice.InboundCall;
import org.peerline.sms.voice.InboundCallHandler;
import org.peerline.sms.voice.VoiceReply;

/** What the simulator's doors do: phones that text, and a clock that can be moved. */
@ApplicationScoped
public class Simulator {
    private final Inbox inbox;
    private final Phones phones;
    private final SimulatorClock clock;
    private final InboundCallHandler switchboard;
    private final TimeSource time;

    Simulator(Inbox inbox, Phones phones, SimulatorClock clock, InboundCallHandler switchboard, TimeSource time) {
        this.inbox = inbox;
        this.phones = phones;
        this.clock = clock;
        this.switchboard = switchboard;
        this.time = time;
    }

    /** A text from a phone to one of our numbers; returns when it has taken effect and its answers are on the phones. */
    public void text(PhoneNumber from, PhoneNumber to, String body) {
        Instant now = time.now();
        phones.keep(from, new SimulatedText(SimulatedText.Direction.SENT, from.e164(), to.e164(), body, now));
        inbox.take(new InboundSms("SIM-" + Identifier.next(), from, to, body, 0, InboundSms.OptOut.NONE, now, false));
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

    public Instant now() {
        return time.now();
    }

    /** Returns the service's time after the move. */
    public Instant moveTo(Instant target) {
        clock.moveTo(target);
        return time.now();
    }
}
