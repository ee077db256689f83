package org.peerline.access.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The one-time codes of each number, which is held as a keyed hash. */
@ApplicationScoped
public class SignInCodes {
    private final EntityManager database;

    SignInCodes(EntityManager database) {
        this.database = database;
    }

    /** Until the transaction ends, nobody else asks for or tries a code of this number. */
    void lock(String numberIndex) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:number, 1))")
                .setParameter("number", "sign-in " + numberIndex)
                .getSingleResult();
    }

    void add(SignInCode code) {
        database.persist(code);
    }

    /** Newest first. */
    List<SignInCode> madeSince(String numberIndex, Instant since, int most) {
        return database.createQuery(
                        "from SignInCode c where c.numberIndex = :number and c.createdAt > :since"
                                + " order by c.createdAt desc, c.id desc",
                        SignInCode.class)
                .setParameter("number", numberIndex)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** Only the newest code of a number can be used. */
    Optional<SignInCode> newest(String numberIndex) {
        return madeSince(numberIndex, Instant.EPOCH, 1).stream().findFirst();
    }

    int removeOlderThan(Instant oldest) {
        return database.createQuery("delete from SignInCode c where c.createdAt < :oldest")
                .setParameter("oldest", oldest)
                .executeUpdate();
    }
}
