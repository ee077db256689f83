package org.peerline.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;

/**
 * Makes somebody unknown: what is open ends, what is queued to them is taken back, every sealed value and every key that
 * finds them goes, and at last their data key, so that what is left of them in back-ups cannot be opened either. All or
 * nothing, in the caller's transaction; a receipt says how much went, never what.
 */
@ApplicationScoped
public class ErasePerson {
    private final Keepers keepers;
    private final LegalHolds holds;
    private final Vault vault;
    private final Jdbi jdbi;
    private final Audit audit;
    private final TimeSource time;
    private final ObjectMapper json;

    ErasePerson(
            Keepers keepers,
            LegalHolds holds,
            Vault vault,
            Jdbi jdbi,
            Audit audit,
            TimeSource time,
            ObjectMapper json) {
        this.keepers = keepers;
        this.holds = holds;
        this.vault = vault;
        this.jdbi = jdbi;
        this.audit = audit;
        this.time = time;
        this.json = json;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param removed how much, by the names of the parts */
        record Erased(UUID receipt, Instant at, Map<String, Integer> removed) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        /** Nobody of this kind and id is known, or not any more. */
        record Unknown() implements Outcome {}
    }

    public Outcome erase(Subject subject, Reason reason, Actor by) {
        return erase(subject, reason.name(), by);
    }

    /** Because the time for which they may be known is over. */
    public Outcome outlived(Subject subject) {
        return erase(subject, "RETENTION", Actor.SERVICE);
    }

    private Outcome erase(Subject subject, String reason, Actor by) {
        claim(subject.id());
        Optional<Person> found = keepers.find(subject);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Person person = found.get();
        waitForRequestsOf(person);
        Optional<Refusal> obstacle = obstacle(person);
        return obstacle.<Outcome>map(Outcome.Refused::new).orElseGet(() -> erase(person, reason, by));
    }

    private Outcome erase(Person person, String reason, Actor by) {
        var removed = new TreeMap<String, Integer>();
        keepers.inOrder()
                .forEach(room ->
                        room.erase(person, by).forEach((part, rows) -> removed.merge(part, rows, Integer::sum)));
        removed.put("data_key", vault.forget(person.id()) ? 1 : 0);
        removed.values().removeIf(rows -> rows == 0);
        Instant now = time.now();
        UUID receipt = Identifier.next();
        keep(receipt, person.subject(), now, by, reason, removed);
        audit.record(by, "PERSON_ERASED", person.subject(), null, reason);
        return new Outcome.Erased(receipt, now, removed);
    }

    private Optional<Refusal> obstacle(Person person) {
        if (holds.isHeld(person.id())) {
            return Optional.of(new Refusal("legal_hold", "A legal hold stands on this person; lift it first."));
        }
        if (person.isRequester() && holds.isHeldForAPeerOf(person.id())) {
            return Optional.of(new Refusal(
                    "legal_hold", "A legal hold stands on a peer who was with this person; lift it first."));
        }
        return keepers.inOrder().stream()
                .map((PersonalDataKeeper room) -> room.obstacle(person))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Two erasures of one person: the second waits, and then finds nobody. */
    private void claim(UUID person) {
        jdbi.useHandle(handle -> handle.select("select 1 from person_key where person_id = ? for update", person)
                .mapTo(Integer.class)
                .findFirst());
    }

    /** Opening a request takes the same lock: nobody is admitted again while they are erased. */
    private void waitForRequestsOf(Person person) {
        person.handsets().stream()
                .sorted()
                .forEach(handset -> jdbi.useHandle(
                        handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", handset)));
    }

    private void keep(
            UUID receipt, Subject person, Instant now, Actor by, String reason, Map<String, Integer> removed) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into erasure"
                        + " (id, person_kind, person_id, at, actor_kind, actor_id, reason, removed)"
                        + " values (:id, :kind, :person, :at, :actorKind, :actor, :reason, :removed::jsonb)")
                .bind("id", receipt)
                .bind("kind", person.kind().name())
                .bind("person", person.id())
                .bind("at", now)
                .bind("actorKind", by.kind().name())
                .bind("actor", by.id())
                .bind("reason", reason)
                .bind("removed", written(removed))
                .execute());
    }

    private String written(Map<String, Integer> removed) {
        try {
            return json.writeValueAsString(removed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a receipt could not be written", e);
        }
    }
}
