package org.peerline.access.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.access.AccessConfig;
import org.peerline.access.Caller;
import org.peerline.access.Token;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.PhoneNumber;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.limits.Limit;
import org.peerline.limits.Limits;
import org.peerline.privacy.BlindIndex;

/** Signs peers in by a code to their mobile. Whether a number is known shows in no answer. */
@ApplicationScoped
public class SignIn {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    /** The one key of what all share. */
    public static final String ALL = "all";

    private final SignInCodes codes;
    private final Sessions sessions;
    private final SignInDirectory directory;
    private final CodeDelivery delivery;
    private final BlindIndex index;
    private final Audit audit;
    private final AccessConfig config;
    private final TimeSource time;
    private final Limits limits;

    SignIn(
            SignInCodes codes,
            Sessions sessions,
            SignInDirectory directory,
            CodeDelivery delivery,
            BlindIndex index,
            Audit audit,
            AccessConfig config,
            TimeSource time,
            Limits limits) {
        this.codes = codes;
        this.sessions = sessions;
        this.directory = directory;
        this.delivery = delivery;
        this.index = index;
        this.audit = audit;
        this.config = config;
        this.time = time;
        this.limits = limits;
    }

    @Transactional
    public CodeOutcome requestCode(PhoneNumber mobile) {
        String number = index.of(mobile);
        codes.lock(number);
        Instant now = time.now();
        List<SignInCode> recent = codes.madeSince(number, now.minus(config.codesWithin()), config.codesPerNumber());
        if (recent.size() >= config.codesPerNumber()) {
            Instant oldest = recent.get(recent.size() - 1).createdAt();
            return new CodeOutcome.TooOften(Duration.between(now, oldest.plus(config.codesWithin())));
        }
        Optional<Duration> pause = limits.use(Limit.CODES_PER_NUMBER, number)
                // Known or not, so that what is left of it tells nobody who is known.
                .or(() -> limits.use(Limit.CODES_ALTOGETHER, ALL));
        if (pause.isPresent()) {
            return new CodeOutcome.TooOften(pause.get());
        }
        String code = String.format("%06d", RANDOM.nextInt(CODES));
        Optional<UUID> peer = directory.activePeerWith(mobile);
        UUID id = Identifier.next();
        codes.add(new SignInCode(id, number, peer, hash(id, code), now, config.codeLifetime()));
        if (peer.isPresent()) {
            delivery.deliver(peer.get(), mobile, code);
        } else {
            delivery.rehearse(mobile, code);
        }
        return new CodeOutcome.Taken();
    }

    /** A refusal is an answer and not an exception, so that the attempt is counted. */
    @Transactional
    public SignInOutcome open(PhoneNumber mobile, String code) {
        String number = index.of(mobile);
        codes.lock(number);
        Instant now = time.now();
        return codes.newest(number)
                .flatMap(known -> known.use(hash(known.id(), code), now, config.codeAttempts()))
                .filter(peer ->
                        directory.activePeerWith(mobile).filter(peer::equals).isPresent())
                .<SignInOutcome>map(peer -> signedIn(peer, now))
                .orElseGet(SignInOutcome.NotSignedIn::new);
    }

    private SignInOutcome signedIn(UUID peer, Instant now) {
        Token token = Token.random(Token.Kind.SESSION);
        var session = new Session(token, peer, now, config.sessionLongest());
        sessions.add(session);
        audit.record(
                Caller.session(session.id(), peer).actor(),
                "SESSION_OPENED",
                Subject.of(Subject.Kind.PEER, peer),
                null);
        return new SignInOutcome.SignedIn(session.id(), token, session.expiresAt(), peer);
    }

    /** Keyed: six digits could be tried out against a plain hash. */
    private String hash(UUID id, String code) {
        return index.of("sign-in-code", id + "|" + code);
    }
}
