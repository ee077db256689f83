package org.peerline.assignments.choosing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.peerline.assignments.numbers.RelayNumbers;
import org.peerline.core.Clockwork;
import org.peerline.matching.Need;
import org.peerline.matching.Need.Wish;
import org.peerline.matching.Need.Wishes;
import org.peerline.requests.Callers;
import org.peerline.requests.RequestStatus;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest;
import org.peerline.requests.profile.Address;
import org.peerline.requests.profile.RequesterProfile;
import org.peerline.testkit.PeerlineTest;
import org.peerline.testkit.RestWorld;
import org.peerline.testkit.Samples;
import org.peerline.testkit.TableScans;

/** What the database does when it looks for somebody, with a roster and a past of some size: it reads by index. */
@PeerlineTest
class PlansTest extends RestWorld {
    private static final String MANY = """
            insert into peer (id, version, created_at, status, display_name, full_name, mobile_number, mobile_key, gmc_number,
                              gmc_key, job_role, specialty, gender, employer_keys, name_keys, capacity, monthly_cap,
                              availability, open_assignments, last_assigned_at)
            select gen_random_uuid(), 0, now(), 'ACTIVE', '', '', '', 'mobile' || n, '', 'gmc' || n, 'GP',
                   'Specialty ' || n % 30, case when n % 50 = 0 then 'NON_BINARY' when n % 2 = 0 then 'FEMALE' else 'MALE' end,
                   array['employer' || n % 400], array['name' || n], 4, 20,
                   case when n % 3 = 0 then '' else 'MONDAY 09:00 17:00' end, n % 5, now() - n * interval '1 hour'
            from generate_series(1, 20000) as n;

            insert into requester (id, version, created_at, name, contact_number, number_key, identity_key, address,
                                   date_of_birth, job_role, employer_keys, name_keys, neutral_wording, language)
            select gen_random_uuid(), 0, now(), '', '', 'number' || n, 'identity' || n, '', '', '', '{}', '{}', false, 'en'
            from generate_series(1, 4000) as n;

            analyze peer, requester;

            insert into support_request (id, version, created_at, reference, requester_id, number_key, opened_through,
                                         status, outcome, closed_at, waiting_since, waiting_reason, look_at, wish_same_peer,
                                         wish_musts, avoid_employer_keys, avoid_name_keys)
            select gen_random_uuid(), 0, now() - n * interval '1 minute', 'PS-' || lpad(upper(to_hex(n)), 6, '0'), q.id,
                   q.number_key, 'API', case when n > 3000 then 'WAITING' else 'CLOSED' end,
                   case when n <= 3000 then 'COMPLETED' end, case when n <= 3000 then now() end,
                   case when n > 3000 then now() end, case when n > 3000 then 'ALL_AT_CAPACITY' end,
                   case when n > 3000 then now() + n * interval '1 second' end, false, '{}', '{}', '{}'
            from generate_series(1, 4000) as n join requester q on q.number_key = 'number' || n;

            analyze support_request;

            insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons,
                                    first_name_key, assigned_at, ended_at, end_reason)
            select gen_random_uuid(), 0, r.id, r.requester_id, p.id, '+447400100000', 'ENDED', '{}', '', r.created_at,
                   now(), 'CLOSED'
            from (select *, row_number() over (order by id) as n from support_request where status = 'CLOSED') r
            join peer p on p.mobile_key = 'mobile' || r.n;

            analyze assignment;

            insert into relay_place (assignment_id, party, relay_number, number_key, released_at, last_used_at)
            select a.id, 'PEER', a.relay_number, p.mobile_key, now(), now() from assignment a join peer p on p.id = a.peer_id;

            insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons,
                                    first_name_key, assigned_at, first_text_at, requester_nudged_at, peer_nudged_at,
                                    another_offered_at, coordinator_asked_at)
            select gen_random_uuid(), 0, r.id, r.requester_id, p.id, '+447400100000', 'OPEN', '{}', '', now(), now(), now(),
                   now(), now(), now()
            from (select *, row_number() over (order by id) as n from support_request where status = 'WAITING') r
            join peer p on p.mobile_key = 'mobile' || (r.n + 4000);

            insert into peer_away (peer_id, starts_on, ends_on, back)
            select id, current_date + 5, current_date + 6 + abs(hashtext(mobile_key)) % 300, mobile_key < 'mobile15' from peer where capacity = 4;
            insert into never_again (requester_id, peer_id, number_key, identity_key, since)
            select a.requester_id, a.peer_id, q.number_key, q.identity_key, now()
            from assignment a join requester q on q.id = a.requester_id;
            analyze;
            """;

    private static final List<String> LARGE =
            List.of("peer", "assignment", "support_request", "requester", "relay_place", "never_again", "peer_away");

    @Inject
    Jdbi jdbi;

    @Inject
    TableScans scans;

    @Inject
    WhyNobody whyNobody;

    @Inject
    Candidates candidates;

    @Inject
    Callers callers;

    @Inject
    Requests requests;

    @Inject
    RelayNumbers relayNumbers;

    @Inject
    Clockwork clockwork;

    @AfterEach
    void few() {
        programme.reset();
        jdbi.useHandle(handle -> handle.execute("analyze"));
    }

    private static Search search(Wishes wishes, Wish... musts) {
        Set<Wish> required = EnumSet.noneOf(Wish.class);
        required.addAll(List.of(musts));
        var need = new Need(
                "number5",
                Set.of("name7"),
                Set.of("name7"),
                Set.of("employer7"),
                Set.of("employer8"),
                Set.of("name9"),
                wishes,
                required);
        return new Search(need, new UUID(7, 7), Instant.now(), List.of(new UUID(1, 1)), Set.of(new UUID(2, 2)), null);
    }

    private List<String> plan(String sql, Map<String, ?> values) {
        return jdbi.withHandle(handle -> handle.createQuery("explain (costs off) " + sql)
                .configure(SqlStatements.class, config -> config.setUnusedBindingAllowed(true))
                .bindMap(values)
                .mapTo(String.class)
                .list());
    }

    private static void readsByIndex(List<String> plan, String what) {
        String whole = what + "\n" + String.join("\n", plan);
        for (String table :
                List.of("peer", "assignment", "support_request", "requester", "relay_place", "never_again")) {
            assertTrue(
                    plan.stream()
                            .noneMatch(line -> line.contains("Seq Scan on " + table + " ")
                                    || line.endsWith("Seq Scan on " + table)),
                    whole);
        }
    }

    @Test
    void everything_that_an_assignment_asks_reads_by_index() {
        jdbi.useHandle(handle -> handle.createScript(MANY).execute());
        lookingForTheBestReadsByIndexWhateverIsWished();
        theLeastBusyComeInTheOrderOfTheIndexAndNobodyIsSorted();
        whateverElseIsAskedReadsByIndex();
    }

    @Test
    void nothing_that_is_asked_about_those_who_wait_reads_a_table_from_end_to_end() throws Exception {
        jdbi.useHandle(handle -> handle.createScript(MANY).execute());
        var unmet = List.of(
                search(Wishes.NONE),
                search(new Wishes("Nobody's", null, false, false), Wish.SPECIALTY),
                search(new Wishes(null, "OTHER", false, false), Wish.GENDER),
                search(new Wishes("Nobody's", "NON_BINARY", false, false), Wish.SPECIALTY, Wish.GENDER),
                search(new Wishes("Specialty 7", "OTHER", true, false), Wish.SPECIALTY, Wish.GENDER, Wish.SAME_PEER),
                search(new Wishes("Specialty 7", null, false, true), Wish.SPECIALTY, Wish.NEW_PEER));
        // Nobody is to be assigned: these people have no names.
        jdbi.useHandle(handle -> handle.execute("update support_request set look_at = look_at + interval '30 days'"));
        Map<String, Long> before = scans.of(LARGE);

        for (Search search : unmet) {
            QuarkusTransaction.requiringNew().run(() -> whyNobody.explain(search));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            List<SupportRequest> waiting = requests.page(
                    Optional.of(RequestStatus.WAITING), Optional.empty(), Optional.empty(), Optional.empty(), 5);
            assertEquals(5, requests.positions(waiting).size());
            callers.alone(new RequesterProfile(
                    "Sam Okafor",
                    Samples.mobile(),
                    new Address("1 High Street", null, "Leeds", "LS1 1AA"),
                    LocalDate.of(1990, 1, 1),
                    "GP",
                    null,
                    null,
                    null,
                    List.of(),
                    false,
                    "en"));
            // From here on nothing is planned for the values of the moment any more.
            unmet.forEach(whyNobody::explain);
            unmet.forEach(search -> candidates.best(search, List.of()));
            UUID assignment = UUID.randomUUID();
            relayNumbers.take(
                    assignment, new RelayNumbers.Pair(UUID.randomUUID(), "number5", UUID.randomUUID(), "mobile5"));
            relayNumbers.giveBack(assignment);
        });
        // Due work: rows of first contact, returning room, what leaving peers have open, who waits.
        clockwork.outlook(programme.now());
        clockwork.runDue();

        assertEquals(before, scans.of(LARGE));
    }

    private void lookingForTheBestReadsByIndexWhateverIsWished() {
        var searches = List.of(
                search(Wishes.NONE),
                search(new Wishes("Specialty 7", null, false, false)),
                search(new Wishes("Specialty 7", "NON_BINARY", true, false)),
                search(new Wishes("Specialty 7", "NON_BINARY", false, true)),
                search(new Wishes("Specialty 7", null, false, false), Wish.SPECIALTY),
                search(new Wishes(null, "NON_BINARY", false, false), Wish.GENDER));
        for (Search search : searches) {
            Map<String, Object> values = Candidates.values(search, List.of(), Instant.now());
            for (List<String> tier : Tiers.of(search)) {
                for (String part : tier) {
                    readsByIndex(plan(Candidates.aFew(search, List.of(), part), values), part);
                }
            }
        }
    }

    private void theLeastBusyComeInTheOrderOfTheIndexAndNobodyIsSorted() {
        bestInTheOrderOf("peer_with_room", search(Wishes.NONE));
        bestInTheOrderOf("peer_with_room_of_gender", search(new Wishes(null, "FEMALE", false, false)));
        bestInTheOrderOf("peer_with_room_of_gender", search(new Wishes(null, "FEMALE", false, false), Wish.GENDER));
        bestInTheOrderOf("peer_with_room_of_specialty", search(new Wishes("Specialty 7", null, false, false)));
    }

    private void bestInTheOrderOf(String index, Search search) {
        Map<String, Object> values = Candidates.values(search, List.of(), Instant.now());
        var plan =
                plan(Candidates.aFew(search, List.of(), Tiers.of(search).get(0).get(0)), values);
        assertTrue(
                plan.stream().anyMatch(line -> line.contains("Index Scan using " + index + " on peer p")),
                plan.toString());
        assertEquals(0, plan.stream().filter(line -> line.contains("Sort")).count(), plan.toString());
    }

    private void whateverElseIsAskedReadsByIndex() {
        var asked = new ArrayList<>(List.of(
                Searches.BEFORE,
                "select id from support_request where status = 'WAITING' and look_at <= now() order by created_at, id limit 100",
                "select 1 from support_request where number_key = 'number5' and status <> 'CLOSED'",
                "select 1 from requester where number_key = 'number5' and identity_key = 'identity5'",
                "select max(assigned_at) from assignment where peer_id = :id and counts",
                "select 1 from relay_place where relay_number = '+447400100000' and number_key in ('number5', 'mobile5')",
                ThoseWhoWait.SUITABLE));
        var values = Map.of(
                "identity",
                "identity5",
                "own",
                new String[] {"employer7"},
                "avoided",
                new String[] {"employer8"},
                "number",
                "number5",
                "id",
                new UUID(1, 1),
                "peer",
                new UUID(1, 1),
                "employers",
                new String[] {"employer7"},
                "unaware",
                false,
                "after",
                Instant.EPOCH,
                "afterId",
                new UUID(0, 0));
        asked.forEach(sql -> readsByIndex(plan(sql, values), sql));
    }
}
