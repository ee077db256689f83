package org.peerline.peers.employers;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.peerline.audit.Actor;
import org.peerline.audit.Audit;
import org.peerline.core.Identifier;
import org.peerline.core.Refusal;
import org.peerline.core.Subject;
import org.peerline.core.TimeSource;
import org.peerline.matching.EmployerName;
import org.peerline.privacy.BlindIndex;

/**
 * Names that stand for the same employer, as coordinators have entered them. They hold at once, for everybody who is on
 * the roster or has asked for support already, because names are compared only when somebody is looked for.
 */
@ApplicationScoped
public class EmployerAliases {
    // "Union" drops what was found before, so that aliases of aliases, and circles, come to an end.
    private static final String SAME = """
            array(with recursive same (key) as (
                select unnest(cast(:keys as text[]))
                union
                select case when e.alias_key = same.key then e.employer_key else e.alias_key end
                from same join employer_alias e on e.alias_key = same.key or e.employer_key = same.key
            ) select key from same)
            """;

    private final Jdbi jdbi;
    private final BlindIndex blindIndex;
    private final Audit audit;
    private final TimeSource time;

    EmployerAliases(Jdbi jdbi, BlindIndex blindIndex, Audit audit, TimeSource time) {
        this.jdbi = jdbi;
        this.blindIndex = blindIndex;
        this.audit = audit;
        this.time = time;
    }

    /** What came of adding one. */
    public sealed interface Outcome {
        record Added(EmployerAlias alias) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /**
     * An SQL expression for the blind keys of some employers and of every other name that is known for them.
     *
     * @param keys the expression for the keys that are known, such as {@code :own}
     */
    public static String allKeysOf(String keys) {
        return SAME.replace(":keys", keys);
    }

    /** In the order in which they were added, after {@code after}. */
    public List<EmployerAlias> page(Optional<UUID> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, created_at, alias, employer from employer_alias"
                        + " where cast(:after as uuid) is null or id > :after order by id limit :limit")
                .registerRowMapper(ConstructorMapper.factory(EmployerAlias.class))
                .bind("after", after.orElse(null))
                .bind("limit", limit)
                .mapTo(EmployerAlias.class)
                .list());
    }

    /** In the caller's transaction. */
    public Outcome add(String alias, String employer, Actor actor) {
        String aliasKey = keyOf(alias);
        String employerKey = keyOf(employer);
        if (aliasKey.equals(employerKey)) {
            return new Outcome.Refused(
                    new Refusal("same_employer", "The two are read as one employer already; there is nothing to add."));
        }
        var added = new EmployerAlias(Identifier.next(), time.now(), alias, employer);
        int rows = jdbi.withHandle(handle -> handle.execute(
                "insert into employer_alias (id, created_at, alias, employer, alias_key, employer_key)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                added.id(),
                added.createdAt(),
                alias,
                employer,
                aliasKey,
                employerKey));
        if (rows == 0) {
            return new Outcome.Refused(new Refusal("alias_known", "This alias of this employer is known already."));
        }
        audit.record(actor, "EMPLOYER_ALIAS_ADDED", subject(added.id()), null);
        return new Outcome.Added(added);
    }

    /** False when there is none of this id. In the caller's transaction. */
    public boolean remove(UUID id, Actor actor) {
        boolean removed = jdbi.withHandle(handle -> handle.execute("delete from employer_alias where id = ?", id)) == 1;
        if (removed) {
            audit.record(actor, "EMPLOYER_ALIAS_REMOVED", subject(id), null);
        }
        return removed;
    }

    private static Subject subject(UUID id) {
        return Subject.of(Subject.Kind.EMPLOYER_ALIAS, id);
    }

    private String keyOf(String employer) {
        return blindIndex.of("employer", EmployerName.normalise(employer));
    }
}
