package org.peerline.sms.outbox.dispatch.claim;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.BareFault;
import org.peerline.core.PhoneNumber;
import org.peerline.privacy.PersonErased;
import org.peerline.privacy.Vault;
import org.peerline.sms.outbox.MessageSealing;
import org.peerline.sms.outbox.MessageSealing.Part;
import org.peerline.sms.outbox.gateway.OutgoingSms;

/** Opens claimed texts, each by itself: one that cannot be opened fails alone. */
@ApplicationScoped
class ClaimedTexts {
    private static final Logger LOG = Logger.getLogger(ClaimedTexts.class);

    /** The provider accepts no longer validity than ten hours. */
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);

    private final Jdbi jdbi;
    private final Vault vault;
    private final MessageSealing sealing;

    ClaimedTexts(Jdbi jdbi, Vault vault, MessageSealing sealing) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.sealing = sealing;
    }

    List<Claimed> read(List<ClaimedRow> rows, Instant now) {
        try {
            vault.prepare(rows.stream()
                    .flatMap(row -> Stream.of(row.toPerson(), row.bodyPerson()).filter(Objects::nonNull))
                    .toList());
        } catch (IllegalStateException oneKeyIsBroken) {
            LOG.errorf(new BareFault(oneKeyIsBroken), "Somebody's key cannot be unwrapped; their texts fail");
        }
        return rows.stream().map(row -> read(row, now)).toList();
    }

    /** Empty unless the text is still claimed as it was, for longer than until then. */
    Optional<Claimed.Look> look(Claimed text, Instant until) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + ClaimedRow.LOOK
                                + ", m.to_number is null or m.body is null as emptied from message m"
                                + " where m.id = :id and m.status = 'SENDING' and m.send_no = :sendNo and m.claimed_until > :until")
                .bind("id", text.id())
                .bind("sendNo", text.sendNo())
                .bind("until", until)
                .map((row, context) -> {
                    var look = ClaimedRow.look(row);
                    return row.getBoolean("emptied") ? look.erasedToo() : look;
                })
                .findFirst());
    }

    private Claimed read(ClaimedRow row, Instant now) {
        if (row.toNumber() == null || row.body() == null) {
            return claimed(row, now, row.look().erasedToo(), Optional.empty());
        }
        try {
            return claimed(row, now, row.look(), Optional.of(open(row, now)));
        } catch (PersonErased erased) {
            return claimed(row, now, row.look().erasedToo(), Optional.empty());
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            LOG.errorf(new BareFault(unreadable), "Text %s cannot be read; it fails", row.id());
            return claimed(row, now, row.look(), Optional.empty());
        }
    }

    private static Claimed claimed(ClaimedRow row, Instant now, Claimed.Look look, Optional<OutgoingSms> sms) {
        return new Claimed(
                row.id(),
                row.kind(),
                row.from(),
                row.attempts(),
                row.sendNo(),
                now,
                row.expires(),
                row.probe(),
                look,
                sms);
    }

    private OutgoingSms open(ClaimedRow row, Instant now) {
        String text = open(row.bodyPerson(), Part.HEADING, row.id(), row.heading())
                + open(row.bodyPerson(), Part.BODY, row.id(), row.body())
                + open(row.bodyPerson(), Part.FOOTER, row.id(), row.footer());
        var to = new PhoneNumber(open(row.toPerson(), Part.TO_NUMBER, row.id(), row.toNumber()));
        Duration left = Duration.between(now, row.expires());
        return new OutgoingSms(
                row.id(),
                row.sendNo(),
                row.from(),
                to,
                text,
                left.compareTo(LONGEST_VALIDITY) < 0 ? left : LONGEST_VALIDITY);
    }

    private String open(UUID person, Part part, UUID message, byte[] sealed) {
        return sealed == null ? "" : sealing.open(person, part, message, sealed);
    }
}
