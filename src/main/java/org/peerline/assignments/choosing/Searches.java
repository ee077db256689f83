package org.peerline.assignments.choosing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;
import org.peerline.peers.employers.EmployerAliases;
import org.peerline.requests.Requester;
import org.peerline.requests.SupportRequest;

/** What a request asks of a peer, with what is known of the requester from before. */
@ApplicationScoped
public class Searches {
    // Whom somebody avoided before they avoid still, whichever door and number they come by: the keys outlive the
    // words.
    private static final String AVOIDED_BEFORE =
            " from requester q join support_request s on s.requester_id = q.id" + " where q.identity_key = :identity";

    // Known by handset, or by name and date of birth, so that another number does not make two strangers of them.
    static final String BEFORE = """
            select array(select distinct a.peer_id from requester q join assignment a on a.requester_id = q.id
                         where q.identity_key = :identity) as earlier,
                   %s as last,
                   array(select n.peer_id from never_again n
                         where n.number_key = :number or n.identity_key = :identity) as never,
                   %s as own_employers, %s as avoided_employers,
                   array(select distinct unnest(s.avoid_name_keys) %s) as avoided_names
            """.formatted(
                    lastPeerOf(":identity", ":number"),
                    EmployerAliases.allKeysOf(":own"),
                    EmployerAliases.allKeysOf("array(select unnest(s.avoid_employer_keys) " + AVOIDED_BEFORE
                            + " union select unnest(cast(:avoided as text[])))"),
                    AVOIDED_BEFORE);

    private final Jdbi jdbi;

    Searches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The one whom a requester who asks for the same peer means, as SQL: whoever they were with last and were not parted
     * from for good. Never somebody before that, even when this one takes part no more: nobody else has been named.
     */
    public static String lastPeerOf(String identityKey, String numberKey) {
        return """
                (select a.peer_id from requester q join assignment a on a.requester_id = q.id
                 where q.identity_key = %1$s and not exists (
                     select 1 from never_again n
                     where n.peer_id = a.peer_id and (n.number_key = %2$s or n.identity_key = %1$s))
                 order by a.assigned_at desc, a.id desc limit 1)""".formatted(identityKey, numberKey);
    }

    private record Before(
            List<UUID> earlier,
            Set<UUID> never,
            Set<String> employers,
            Set<String> avoided,
            Set<String> avoidedNames) {}

    /** @param turn the peer whose free place the request is offered; {@code null} when it is not called */
    public Search of(SupportRequest request, Requester requester, UUID turn) {
        Before before = jdbi.withHandle(handle -> handle.createQuery(BEFORE)
                .bind("identity", requester.identityKey())
                .bind("number", requester.numberKey())
                .bind("own", requester.employerKeys().toArray(String[]::new))
                .bind("avoided", request.avoidEmployerKeys().toArray(String[]::new))
                .map((row, context) -> new Before(
                        request.wishSamePeer()
                                ? Optional.ofNullable(row.getObject("last", UUID.class)).stream()
                                        .toList()
                                : ids(row.getArray("earlier")),
                        Set.copyOf(ids(row.getArray("never"))),
                        keys(row.getArray("own_employers")),
                        keys(row.getArray("avoided_employers")),
                        keys(row.getArray("avoided_names"))))
                .one());
        return new Search(
                need(request, requester, before),
                request.id(),
                request.createdAt(),
                before.earlier,
                before.never,
                turn);
    }

    private static Need need(SupportRequest request, Requester requester, Before before) {
        Set<Wish> musts = request.wishMusts().stream()
                .map(Wish::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Wish.class)));
        Set<String> avoidedNames = new HashSet<>(before.avoidedNames());
        avoidedNames.addAll(request.avoidNameKeys());
        return new Need(
                requester.numberKey(),
                requester.nameKeys(),
                requester.knownAsKeys(),
                before.employers(),
                before.avoided(),
                Set.copyOf(avoidedNames),
                new Need.Wishes(
                        request.wishSpecialty(), request.wishGender(), request.wishSamePeer(), request.wishNewPeer()),
                musts);
    }

    private static Set<String> keys(Array array) throws SQLException {
        return Set.of((String[]) array.getArray());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
