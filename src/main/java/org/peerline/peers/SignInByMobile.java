package org.peerline.peers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.access.signin.CodeDelivery;
import org.peerline.access.signin.SignIn;
import org.peerline.access.signin.SignInDirectory;
import org.peerline.core.Party;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.sms.OurNumbers;
import org.peerline.sms.outbox.Outbox;
import org.peerline.sms.outbox.OwedText;
import org.peerline.sms.outbox.Recipient;
import org.peerline.sms.outbox.TextKind;
import org.peerline.tasks.TaskKind;
import org.peerline.tasks.Tasks;
import org.peerline.wording.Language;
import org.peerline.wording.SmsTexts;

/** Lets peers sign in with a code to their own phone: everybody on the roster who has not retired. */
@ApplicationScoped
class SignInByMobile implements SignInDirectory, CodeDelivery {
    private static final int MINUTES =
            (int) TextKind.SIGN_IN_CODE.worthSendingFor().toMinutes();

    private final Peers peers;
    private final Outbox outbox;
    private final OurNumbers ourNumbers;
    private final Limits limits;
    private final Tasks tasks;
    private final Jdbi jdbi;

    SignInByMobile(Peers peers, Outbox outbox, OurNumbers ourNumbers, Limits limits, Tasks tasks, Jdbi jdbi) {
        this.limits = limits;
        this.tasks = tasks;
        this.jdbi = jdbi;
        this.peers = peers;
        this.outbox = outbox;
        this.ourNumbers = ourNumbers;
    }

    @Override
    public Optional<UUID> activePeerWith(PhoneNumber mobile) {
        return peers.withMobile(mobile).map(Peer::id);
    }

    @Override
    public void deliver(UUID peerId, PhoneNumber to, String code) {
        owe(Recipient.of(Party.PEER, peerId, to), code);
        alarmBeforeTheEnd();
    }

    @Override
    public void rehearse(PhoneNumber to, String code) {
        jdbi.useHandle(handle -> handle.execute("savepoint rehearsal"));
        owe(Recipient.stranger(to), code);
        jdbi.useHandle(handle -> handle.execute("rollback to savepoint rehearsal"));
        alarmBeforeTheEnd();
    }

    private void alarmBeforeTheEnd() {
        if (limits.runsLow(Limit.CODES_ALTOGETHER, SignIn.ALL)) {
            tasks.raise(TaskKind.CODES_RUN_LOW, Subject.SERVICE, Optional.empty());
        }
    }

    private void owe(Recipient to, String code) {
        outbox.say(OwedText.ours(
                TextKind.SIGN_IN_CODE,
                ourNumbers.serviceNumber(),
                to,
                to.person(),
                SmsTexts.in(Language.EN).peers().signInCode(code, MINUTES),
                OwedText.Concerns.NOTHING));
    }
}
