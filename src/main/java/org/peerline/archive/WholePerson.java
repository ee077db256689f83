package org.peerline.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.privacy.keeping.OtherEntry;

/**
 * Which entries are one person. Somebody who comes back under another number has two; so have two people of one name and
 * birthday, or with one phone. Taking both for one would show or erase a stranger's data, taking one only would leave half
 * of a person behind: so whoever asks has to say.
 */
@ApplicationScoped
public class WholePerson {
    private static final String NOBODY = "NOBODY";

    private final Keepers keepers;
    private final Audit audit;

    WholePerson(Keepers keepers, Audit audit) {
        this.keepers = keepers;
        this.audit = audit;
    }

    /** What was said, understood. */
    public sealed interface Said {
        /** @param entries the one asked for comes first */
        record These(List<Subject> entries) implements Said {}

        /** Others may be the same person, and nothing was said of them. */
        record Unsaid(Refusal why) implements Said {}

        /** What was said names an entry that cannot be the same person's. */
        record Wrong() implements Said {}

        /** Nobody of this kind and id is known. */
        record Unknown() implements Said {}
    }

    /** @param also ids of other entries, or the word NOBODY; empty when nothing was said */
    public Said read(Subject person, List<String> also) {
        if (keepers.find(person).isEmpty()) {
            return new Said.Unknown();
        }
        List<OtherEntry> others = keepers.alike(person);
        if (also.isEmpty()) {
            return others.isEmpty() ? new Said.These(List.of(person)) : new Said.Unsaid(unsaid(others.size()));
        }
        var entries = new ArrayList<>(List.of(person));
        if (!also.equals(List.of(NOBODY))) {
            for (String id : also) {
                Optional<UUID> other = others.stream()
                        .map(OtherEntry::id)
                        .filter(known -> known.toString().equals(id))
                        .findFirst();
                if (other.isEmpty()) {
                    return new Said.Wrong();
                }
                entries.add(Subject.of(person.kind(), other.get()));
            }
        }
        return new Said.These(entries.stream().distinct().toList());
    }

    /** Those that are one person beyond doubt, for a peer who asks about themselves. */
    public List<Subject> certain(Subject person) {
        var entries = new ArrayList<>(List.of(person));
        keepers.alike(person).stream()
                .filter(other -> other.likeness() == OtherEntry.Likeness.SAME_GMC_NUMBER_AND_MOBILE)
                .forEach(other -> entries.add(Subject.of(person.kind(), other.id())));
        return entries;
    }

    /** Empty when nobody of this kind and id is known. */
    public Optional<List<OtherEntry>> alike(Subject person, Actor by) {
        return keepers.find(person).map(known -> {
            List<OtherEntry> others = keepers.alike(person);
            audit.record(by, "OTHER_ENTRIES_READ", person, null);
            audit.recordReads(
                    by,
                    "OTHER_ENTRIES_READ",
                    person.kind(),
                    others.stream().map(OtherEntry::id).toList());
            return others;
        });
    }

    private static Refusal unsaid(int others) {
        return new Refusal(
                "other_entries",
                others + (others == 1 ? " other entry" : " other entries")
                        + " may be the same person's: ask them, and say" + " with `also` which are, or NOBODY.");
    }
}
