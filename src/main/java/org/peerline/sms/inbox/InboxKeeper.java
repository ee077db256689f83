package org.peerline.sms.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.privacy.BlindIndex;
import org.peerline.privacy.keeping.HeldRecord;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;
import org.peerline.privacy.keeping.RetentionClass;
import org.peerline.privacy.keeping.RetentionDuty;
import org.peerline.privacy.keeping.ServiceColumn;
import org.peerline.sms.InboundSms;

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
    public Set<UUID> traces(Person person) {
        return pendingOf(person).stream().map(KeptTexts.Waiting::id).collect(Collectors.toSet());
    }

    @Override
    public List<HeldRecord> export(Person person, Words words) {
        return pendingOf(person).stream()
                .flatMap(pending -> pending.sms().stream())
                .map(sms -> new HeldRecord()
                        .with("received", sms.receivedAt())
                        .with("words", words == Words.TOLD ? sms.body() : null))
                .toList();
    }

    @Override
    public Map<String, Integer> erase(Person person, Actor by) {
        UUID[] theirs = pendingOf(person).stream().map(KeptTexts.Waiting::id).toArray(UUID[]::new);
        return Map.of(
                "waiting_texts",
                jdbi.withHandle(handle -> handle.createUpdate(
                                "update inbound_text set pending = null,"
                                        + " given_up_at = null, seen_at = null, conversation_key = null where pending_id = any(:theirs)")
                        .bind("theirs", theirs)
                        .execute()));
    }

    @Override
    public List<ServiceColumn> sealedForService() {
        return List.of(new ServiceColumn("inbound_text", "pending", "pending_id", "inbound_text", "true"));
    }

    @Override
    public List<RetentionDuty> duties() {
        return List.of(new ClearGivenUp());
    }

    /** Whose such a text is stands in what is sealed only; so each is opened before it goes, for a hold to be seen. */
    private final class ClearGivenUp implements RetentionDuty {
        private static final String HELD_HANDSETS = """
                select p.mobile_key from peer p join legal_hold h on h.person_id = p.id
                union select r.number_key from requester r join legal_hold h on h.person_id = r.id
                union select s.number_key from support_request s join legal_hold h on h.person_id = s.requester_id
                """;

        @Override
        public RetentionClass of() {
            return RetentionClass.DETAILS;
        }

        @Override
        public String name() {
            return "texts_given_up";
        }

        @Override
        public int sweep(Handle handle, Instant before, int most) {
            return handle.createUpdate("update inbound_text set pending = null, given_up_at = null, seen_at = null,"
                            + " conversation_key = null where pending_id = any(:free) and given_up_at < :before")
                    .bind("free", free(handle, before).limit(most).toArray(UUID[]::new))
                    .bind("before", before)
                    .execute();
        }

        private Stream<UUID> free(Handle handle, Instant before) {
            Set<String> held = Set.copyOf(
                    handle.createQuery(HELD_HANDSETS).mapTo(String.class).list());
            return texts.givenUp(handle, before).stream()
                    .filter(text -> text.sms()
                            .map(InboundSms::from)
                            .map(blindIndex::of)
                            .filter(held::contains)
                            .isEmpty())
                    .map(KeptTexts.Waiting::id);
        }
    }

    private List<KeptTexts.Waiting> pendingOf(Person person) {
        return texts.waiting().stream()
                .filter(pending -> pending.sms()
                        .map(InboundSms::from)
                        .map(blindIndex::of)
                        .filter(person.handsets()::contains)
                        .isPresent())
                .toList();
    }
}
