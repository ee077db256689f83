package org.peerline.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.core.PhoneNumber;
import org.peerline.privacy.Vault;
import org.peerline.sms.InboundSms;

/** A text of Sam's that could not be processed, as the mailroom keeps it. */
@ApplicationScoped
public class WaitingText {
    private final Jdbi jdbi;
    private final Vault vault;
    private final ObjectMapper json;

    WaitingText(Jdbi jdbi, Vault vault, ObjectMapper json) {
        this.jdbi = jdbi;
        this.vault = vault;
        this.json = json;
    }

    /** The id under which it waits for somebody to decide. */
    public String waits(Instant now, String body) {
        UUID id = UUID.randomUUID();
        var text = new InboundSms(
                "SM" + id,
                new PhoneNumber(Samples.SAMS_NUMBER),
                new PhoneNumber(FakeTwilioResource.relayNumber(1)),
                body,
                0,
                InboundSms.OptOut.NONE,
                now,
                false);
        byte[] sealed = vault.sealForService("inbound_text", id, written(text));
        jdbi.useHandle(handle -> handle.execute(
                "insert into inbound_text (provider_key, received_at, late, pending_id, pending, attempts, given_up_at)"
                        + " values (?, ?, false, ?, ?, 12, ?)",
                id.toString(),
                now,
                id,
                sealed,
                now));
        return id.toString();
    }

    private String written(InboundSms text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
