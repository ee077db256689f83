-- What lies on a coordinators' desk on a busy day, beside the past that demo-data makes: {open} requests that are with
-- peers (a third each without a first text, without an answer, and talking), each with its texts and its audit; undelivered
-- texts, tasks, calls of today; and the texts, calls and audit entries of the past requests.
-- Constraints that look at other rows are not checked one by one: what is written fits by construction.
set session_replication_role = replica;
set synchronous_commit = off;

create function id_at(moment timestamptz) returns uuid language sql volatile as $$
    select overlay(overlay(gen_random_uuid()::text placing
        regexp_replace(lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0'), '(.{8})(.{4})', '\1-\2')
        from 1 for 13) placing '7' from 15 for 1)::uuid
$$;

create table desk as
select who.n, id_at(begun.at) as request, id_at(begun.at) as assignment, who.id as requester, who.number_key,
    whom.id as peer, whom.mobile_key, '+4477009002' || lpad((1 + who.n % 20)::text, 2, '0') as relay_number,
    who.n % 3 as state, begun.at
from (select row_number() over (order by id) as n, id, number_key from requester
      where not exists (select 1 from support_request r where r.requester_id = requester.id and r.status <> 'CLOSED')
      limit {open}) as who
join (select row_number() over (order by id desc) as n, id, mobile_key from peer where status = 'ACTIVE') as whom
    on whom.n = who.n
cross join lateral (select now() - interval '10 minutes' * who.n as at) as begun;

insert into support_request (id, version, created_at, reference, requester_id, number_key, opened_through, status,
    wish_same_peer, wish_musts, avoid_employer_keys, avoid_name_keys)
select request, 1, at, 'PS-Z' || lpad(upper(to_hex(n)), 5, '0'), requester, number_key, 'API',
    (array['ASSIGNED', 'INTRODUCED', 'TALKING'])[1 + state], false, '{}', '{}', '{}'
from desk;

insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons, first_name_key,
    assigned_at, first_text_at, first_answer_at)
select assignment, 1, request, requester, peer, relay_number, 'OPEN', '{AVAILABLE_NOW,LOWEST_LOAD}', 'demo', at,
    case when state > 0 then least(at + interval '3 hours', now()) end,
    case when state > 1 then least(at + interval '5 hours', now()) end
from desk;

insert into relay_place (assignment_id, party, relay_number, number_key, last_used_at)
select assignment, party, relay_number, case party when 'PEER' then mobile_key else number_key end, at
from desk, (values ('PEER'), ('REQUESTER')) as side (party);

update peer set open_assignments = 1, last_assigned_at = at, recent = array[at] from desk where peer.id = desk.peer;

-- Each open request has had texts; every eighth details text has failed or is in doubt.
insert into message (id, assignment_id, request_id, kind, from_number, to_party, to_key, status, created_at, due_at,
    expires_at, attempts, provider_id, error_code)
select id_at(at), assignment, request, case text when 1 then 'DETAILS' else 'RELAYED' end, relay_number,
    case when text % 2 = 1 then 'REQUESTER' else 'PEER' end, number_key,
    case when text > 1 or n % 8 > 0 then 'DELIVERED' when n % 16 = 0 then 'UNKNOWN' else 'FAILED' end,
    at, at, at + interval '1 day', 1, 'SM' || md5('desk' || n || '/' || text),
    case when text = 1 and n % 16 = 8 then '30003' end
from desk, generate_series(1, 6) as text;

insert into audit_event (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
select id_at(at), at, 'API_KEY', requester, action, case action when 'PEER_ASSIGNED' then 'ASSIGNMENT' else 'REQUEST' end,
    case action when 'PEER_ASSIGNED' then assignment else request end
from desk, (values ('REQUEST_OPENED'), ('PEER_ASSIGNED'), ('DETAILS_SENT_AGAIN')) as did (action);

insert into call (id, version, assignment_id, proposed_by, proposed_at, starts_at, time_zone, status)
select id_at(at), 1, assignment, 'PEER', at, date_trunc('day', now()) + interval '5 minutes' * (n % 2016),
    'Europe/London', case when n % 4 = 2 then 'PROPOSED' else 'AGREED' end
from desk where state = 2;

insert into coordinator_task (id, kind, subject_kind, subject_id, request_id, raised_at, last_raised_at)
select id_at(at), 'HELP_ASKED', 'REQUESTER', requester, request, at, at from desk where n % 10 = 0;

-- The past: of each request that is over one text, one call, two audit entries and, of some, a task.
insert into message (id, assignment_id, request_id, kind, from_number, to_party, to_key, status, created_at, due_at,
    expires_at, attempts, provider_id)
select id_at(assigned_at), id, request_id, 'DETAILS', relay_number, 'REQUESTER', 'demo', 'DELIVERED', assigned_at,
    assigned_at, assigned_at, 1, 'SM' || md5(id::text)
from assignment where status = 'ENDED';

insert into call (id, version, assignment_id, proposed_by, proposed_at, starts_at, time_zone, status)
select id_at(assigned_at), 2, id, 'PEER', assigned_at, assigned_at + interval '2 days', 'Europe/London', 'HELD'
from assignment where status = 'ENDED';

insert into audit_event (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
select id_at(created_at), created_at, 'API_KEY', requester_id, action, 'REQUEST', id
from support_request, (values ('REQUEST_OPENED'), ('REQUEST_CLOSED')) as did (action) where status = 'CLOSED';

insert into coordinator_task (id, kind, subject_kind, subject_id, request_id, raised_at, last_raised_at, done_at)
select id_at(created_at), 'HELP_ASKED', 'REQUESTER', requester_id, id, created_at, created_at, closed_at
from support_request where status = 'CLOSED' and reference like '%0';

drop table desk;
drop function id_at;
reset session_replication_role;
reset synchronous_commit;
analyze;
