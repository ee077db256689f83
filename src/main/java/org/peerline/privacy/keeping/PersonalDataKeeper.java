package org.peerline.privacy.keeping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.peerline.audit.Actor;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;

/**
 * What the archive asks of every room that holds personal data. A room with a table that says anything about a person,
 * by id, by handset or in words, has a bean of this type; {@code KeepersKnowEveryTableTest} holds it to that.
 *
 * <p>Called by the archive only, within its transaction. {@link #export} changes nothing. {@link #erase} is called for
 * every keeper in the order of {@link #place}, before the person's key is destroyed, so it can still open what it has to
 * look at; when one throws, nothing of the erasure has happened. Both are safe to call again.
 */
public interface PersonalDataKeeper {
    /** The heading of this room's part of an export, in plain words for the person: "Your requests for support". */
    String heading();

    /** The tables whose personal data this keeper answers for. */
    Set<String> tables();

    /**
     * When its turn comes: rooms that end something (1 to 9) before rooms that only clear rows (10 to 89), and the row of
     * the person at the end (90 to 99). Rows are removed in the same order, so a room whose rows refer to another's comes
     * before it. An export has the order from the end.
     */
    int place();

    /** Whether the person's own row is in this room, and says who they are. */
    default boolean knows(Subject person) {
        return false;
    }

    /** The blind keys of handsets that this room knows these entries of one person by, and nobody else. */
    default Set<String> handsetsOf(Collection<UUID> entries) {
        return Set.of();
    }

    /** Entries beside this one that may be the same person's. */
    default List<OtherEntry> alike(Subject person) {
        return List.of();
    }

    /** Ids of the person's things under which the audit speaks of them: requests, assignments, calls, texts. */
    default Set<UUID> traces(Person person) {
        return Set.of();
    }

    /**
     * Everything the room holds about the person.
     *
     * @param words whether the words of conversations are told too, or only that there are some
     */
    List<HeldRecord> export(Person person, Words words);

    /** Why the person cannot be erased now; empty when they can. */
    default Optional<Refusal> obstacle(Person person) {
        return Optional.empty();
    }

    /**
     * Takes away what tells who the person is, and every key that finds them.
     *
     * @return how much, by names in snake case for the receipt; zeros may be left out
     */
    Map<String, Integer> erase(Person person, Actor by);

    /** What falls under retention by itself, beside people as a whole. */
    default List<RetentionDuty> duties() {
        return List.of();
    }

    /**
     * People whose own row this room keeps and whose last reason to be known ended before {@code before}. Those under a
     * legal hold may be among them.
     */
    default List<Subject> outlived(Instant before, int most) {
        return List.of();
    }

    /** The columns that are sealed for the service and not for a person. */
    default List<ServiceColumn> sealedForService() {
        return List.of();
    }

    /** Whether an export tells the words of conversations, which are for their two people only. */
    enum Words {
        TOLD,
        COUNTED
    }
}
