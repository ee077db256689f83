package org.peerline.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.peerline.audit.Actor;
import org.peerline.core.TimeSource;
import org.peerline.peers.RegisterPeer;
import org.peerline.requests.Callers;
import org.peerline.requests.Requesters;
import org.peerline.requests.Requests;
import org.peerline.requests.SupportRequest.OpenedThrough;
import org.peerline.requests.waiting.Waiting;
import org.peerline.requests.waiting.WaitingReason;
import org.peerline.sms.OurNumbers;

/**
 * Fills a database as years of work would: people through the same doors as ever, so that everything about them is
 * sealed; their past, in which nothing is sealed, by the set.
 */
@ApplicationScoped
class DemoData {
    private static final int AT_A_TIME = 250;
    private static final int REQUESTS_OF_ONE = 50;

    // As the service makes them: an id begins with its time, so that lists by id are lists by time here too.
    private static final String ID = "overlay(overlay(gen_random_uuid()::text placing"
            + " regexp_replace(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0'), '(.{8})(.{4})', '\\1-\\2')"
            + " from 1 for 13) placing '7' from 15 for 1)::uuid";

    // Ten years, evenly; every tenth request has changed hands, and every handset's places have been given back.
    private static final String PAST = """
            with course as (
                select n, q.id as requester, q.number_key,
                       (cast(:peers as uuid[]))[1 + (n * 7919 % cardinality(cast(:peers as uuid[])))::int] as peer,
                       cast(:now as timestamptz) - interval '31 days' - (cast(:count as int) - n) * (interval '3600 days' / cast(:count as int)) as at,
                       interval '7 minutes' * (1 + n * 31 % 400) as until_text,
                       interval '5 minutes' * (1 + n * 17 % 300) as until_answer
                from generate_series(cast(:from as bigint), cast(:to as bigint)) as n
                join requester q on q.id = (cast(:requesters as uuid[]))[1 + (n % cardinality(cast(:requesters as uuid[])))::int]
            ), numbered as (
                select course.*, {id} as request, {id} as assignment from course
            ), opened as (
                insert into support_request (id, version, created_at, reference, requester_id, number_key, opened_through,
                                             status, outcome, closed_at, wish_same_peer, wish_musts, avoid_employer_keys,
                                             avoid_name_keys)
                select request, 3, at, 'PS-' || lpad(upper(to_hex(n)), 6, '0'), requester,
                       number_key, 'API', 'CLOSED', 'COMPLETED', at + interval '9 days', false, '{}', '{}', '{}'
                from numbered
            ), given as (
                insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons,
                                        first_name_key, assigned_at, first_text_at, first_answer_at, ended_at, end_reason)
                select assignment, 2, request, requester, peer, (cast(:pool as text[]))[1 + (n % cardinality(cast(:pool as text[])))::int], 'ENDED',
                       array['AVAILABLE_NOW', 'LOWEST_LOAD'], 'demo', at, at + until_text, at + until_text + until_answer,
                       at + interval '9 days', 'CLOSED'
                from numbered
            ), places as (
                insert into relay_place (assignment_id, party, relay_number, number_key, released_at, last_used_at)
                select assignment, party, (cast(:pool as text[]))[1 + (n % cardinality(cast(:pool as text[])))::int],
                       case party when 'PEER' then p.mobile_key else number_key end,
                       at + interval '9 days', at + interval '9 days'
                from numbered join peer p on p.id = peer cross join (values ('REQUESTER'), ('PEER')) as side (party)
            )
            insert into never_again (requester_id, peer_id, number_key, identity_key, since)
            select requester, peer, number_key, (select identity_key from requester where id = requester), at
            from numbered where n % 10 = 0
            on conflict do nothing
            """.replace("{id}", ID);

    private static final int A_STRETCH = 20_000;

    private final RegisterPeer registerPeer;
    private final Callers callers;
    private final Requesters requesters;
    private final Requests requests;
    private final OurNumbers ourNumbers;
    private final Jdbi jdbi;
    private final TimeSource time;

    DemoData(
            RegisterPeer registerPeer,
            Callers callers,
            Requesters requesters,
            Requests requests,
            OurNumbers ourNumbers,
            Jdbi jdbi,
            TimeSource time) {
        this.registerPeer = registerPeer;
        this.callers = callers;
        this.requesters = requesters;
        this.requests = requests;
        this.ourNumbers = ourNumbers;
        this.jdbi = jdbi;
        this.time = time;
    }

    /** @param told is told what has been made, now and then */
    void make(DemoSize size, Consumer<String> told) {
        var people = new DemoPeople(new Random(20_261_122));
        List<UUID> peers = new ArrayList<>();
        inPortions(size.peers(), (from, to) -> {
            for (int n = from; n < to; n++) {
                if (registerPeer.register(people.peer(n), Actor.SERVICE)
                        instanceof RegisterPeer.Outcome.Registered one) {
                    peers.add(one.peer().id());
                }
            }
        });
        told.accept(peers.size() + " peers");
        past(size.requests(), peers, people, told);
        inPortions(size.waiting(), (from, to) -> {
            for (int n = from; n < to; n++) {
                waits(people, n);
            }
        });
        told.accept(size.waiting() + " requests that wait");
        // Nobody has become free just now; and the planner should know what there is.
        jdbi.useHandle(handle -> {
            handle.execute("delete from free_place");
            handle.execute("analyze");
        });
    }

    private void past(int count, List<UUID> peers, DemoPeople people, Consumer<String> told) {
        if (count == 0) {
            return;
        }
        List<UUID> who = new ArrayList<>();
        inPortions(Math.max(1, count / REQUESTS_OF_ONE), (from, to) -> {
            for (int n = from; n < to; n++) {
                var profile = people.requester(n);
                who.add(requesters.admit(profile, callers.of(profile).before()).id());
            }
        });
        told.accept(who.size() + " people who asked for support before");
        Instant now = time.now();
        String[] pool =
                ourNumbers.relayNumbers().stream().map(number -> number.e164()).toArray(String[]::new);
        for (int from = 0; from < count; from += A_STRETCH) {
            int first = from;
            jdbi.useTransaction(handle -> handle.createUpdate(PAST)
                    .bind("from", first)
                    .bind("to", Math.min(count, first + A_STRETCH) - 1)
                    .bind("count", count)
                    .bind("now", now)
                    .bind("peers", peers.toArray(UUID[]::new))
                    .bind("requesters", who.toArray(UUID[]::new))
                    .bind("pool", pool)
                    .execute());
        }
        told.accept(count + " requests that have ended");
    }

    /** Insists on what nobody on the roster has, so that whoever looks at the data finds them waiting still. */
    private void waits(DemoPeople people, int n) {
        var profile = people.waiting(n);
        var caller = callers.of(profile);
        var requester = requesters.admit(profile, caller.before());
        var request = requests.prepare(requester, people.plea(n), caller.reference(), OpenedThrough.API);
        request.waits(new Waiting(WaitingReason.ALL_EXCLUDED, "MUST_SPECIALTY", Set.of(), false), time.now());
        request.looksAgain(time.now().plus(Duration.ofMinutes(10)));
        requests.persist(request);
    }

    /** From, and up to but without. */
    private interface Portion {
        void make(int from, int to);
    }

    private static void inPortions(int count, Portion portion) {
        for (int from = 0; from < count; from += AT_A_TIME) {
            int first = from;
            QuarkusTransaction.requiringNew().run(() -> portion.make(first, Math.min(count, first + AT_A_TIME)));
        }
    }
}
