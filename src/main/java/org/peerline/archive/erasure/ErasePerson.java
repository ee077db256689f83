package org.peerline.archive.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.peerline.archive.Keepers;
import org.peerline.archive.LegalHolds;
import org.peerline.archive.Reason;
import org.peerline.archive.Turns;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.privacy.Vault;
import org.peerline.privacy.keeping.Person;
import org.peerline.privacy.keeping.PersonalDataKeeper;

/**
 * Makes somebody unknown: what is open ends, what is queued to them is taken back, every sealed value and every key that
 * finds them goes, and at last their data key, so that copies of the data without that key cannot be opened either. All or
 * nothing, in the caller's transaction; a receipt says how much went, never what, and which wrapping keys have to go until
 * back-ups from before are unreadable too.
 */
@ApplicationScoped
public class ErasePerson {
    private final Turns turns;
    private final Keepers keepers;
    private final LegalHolds holds;
    private final Vault vault;
    private final Erasures erasures;
    private final Jdbi jdbi;
    private final Audit audit;

    ErasePerson(
            Turns turns, Keepers keepers, LegalHolds holds, Vault vault, Erasures erasures, Jdbi jdbi, Audit audit) {
        this.turns = turns;
        this.keepers = keepers;
        this.holds = holds;
        this.vault = vault;
        this.erasures = erasures;
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** @param receipts one for each entry of the person */
        record Erased(List<Erasure> receipts) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}

        /** Nobody of this kind and id is known, or not any more. */
        record Unknown() implements Outcome {}
    }

    /** @param entries all of one person: either every one is erased or none */
    public Outcome erase(List<Subject> entries, Reason reason, Actor by) {
        return erase(entries, reason.name(), by);
    }

    /** Because the time for which they may be known is over. */
    public Outcome outlived(Subject subject) {
        return erase(List.of(subject), "RETENTION", Actor.SERVICE);
    }

    private Outcome erase(List<Subject> entries, String reason, Actor by) {
        turns.take(entries);
        List<Person> people = keepers.find(entries);
        if (people.isEmpty()) {
            return new Outcome.Unknown();
        }
        people.forEach(this::waitForRequestsOf);
        Optional<Refusal> obstacle =
                people.stream().map(this::obstacle).flatMap(Optional::stream).findFirst();
        return obstacle.<Outcome>map(Outcome.Refused::new)
                .orElseGet(() -> new Outcome.Erased(
                        people.stream().map(person -> erase(person, reason, by)).toList()));
    }

    private Erasure erase(Person person, String reason, Actor by) {
        var removed = new TreeMap<String, Integer>();
        keepers.inOrder()
                .forEach(room ->
                        room.erase(person, by).forEach((part, rows) -> removed.merge(part, rows, Integer::sum)));
        removed.put("data_key", vault.forget(person.id()) ? 1 : 0);
        removed.values().removeIf(rows -> rows == 0);
        audit.record(by, "PERSON_ERASED", person.subject(), null, reason);
        return erasures.keep(person.subject(), by, reason, removed);
    }

    private Optional<Refusal> obstacle(Person person) {
        if (holds.isHeld(person.id())) {
            return Optional.of(new Refusal("legal_hold", "A legal hold stands on this person; lift it first."));
        }
        if (person.isRequester() && holds.isHeldForAPeerOf(person.id())) {
            return Optional.of(new Refusal(
                    "legal_hold", "A legal hold stands on a peer who was with this person; lift it first."));
        }
        if (person.isPeer() && holds.isHeldForARequesterOf(person.id())) {
            return Optional.of(new Refusal(
                    "legal_hold", "A legal hold stands on somebody who was with this peer; lift it first."));
        }
        return keepers.inOrder().stream()
                .map((PersonalDataKeeper room) -> room.obstacle(person))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Opening a request takes the same lock: nobody is admitted again while they are erased. */
    private void waitForRequestsOf(Person person) {
        person.handsets().stream()
                .sorted()
                .forEach(handset -> jdbi.useHandle(
                        handle -> handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", handset)));
    }
}
