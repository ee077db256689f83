package org.peerline.sms.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.ServiceColumn;

/**
 * Texts that wait to be understood, sealed for the service because nobody knows yet whose they are. They are few, so
 * they are opened one by one. The keyed hash of the provider's id stays for good: only it stops a replay.
 */
@ApplicationScoped
class InboxKeeper implements PersonalDataKeeper {
    private final Jdbi jdbi;
    private final KeptTexts texts;
    private final BlindIndex blindIndex;

    InboxKeeper(Jdbi jdbi, KeptTexts texts, BlindIndex blindIndex) {
        this.jdbi = jdbi;
        this.texts = texts;
        this.blindIndex = blindIndex;
    }

    @Override
    public String heading() {
        return "Texts of yours that we have not understood yet";
    }

    @Override
    public Set<String> tables() {
        return Set.of("inbound_text");
    }

    @Override
    public int place() {
        return 21;
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return pendingOf(person).stream()
                .map(pending -> new HeldRecord()
                        .with("received", pending.sms().receivedAt())
                        .with("words", words == Words.TOLD ? pending.sms().body() : null))
                .toList();
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        UUID[] theirs = pendingOf(person).stream().map(KeptTexts.Waiting::id).toArray(UUID[]::new);
        return Map.of(
                "waiting_texts",
                jdbi.withHandle(handle -> handle.createUpdate("update inbound_text set pending = null,"
                                + " given_up_at = null, conversation_key = null where pending_id = any(:theirs)")
                        .bind("theirs", theirs)
                        .execute()));
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(new ServiceColumn("inbound_text", "pending", "pending_id", "inbound_text", "true"));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(RetentionDuty.clears(
                RetentionClass.DETAILS,
                "texts_given_up",
                "inbound_text",
                "pending = null, given_up_at = null, conversation_key = null",
                "t.pending is not null and t.given_up_at < :before"));
    }

    private List<KeptTexts.Waiting> pendingOf(Person person) {
        return texts.waiting().stream()
                .filter(pending ->
                        person.handsets().contains(blindIndex.of(pending.sms().from())))
                .toList();
    }
}
