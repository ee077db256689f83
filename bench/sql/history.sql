-- Years of use: {requests} requests that are over, {each} texts passed on in each, and {peers} peers who have retired, as
-- the retention sweep leaves them after 300 days: no words, no numbers of texts, and of address and birthday a region and
-- an age band. The data keys are wrapped with the key {wrapping}, or null for an unknown one.
-- Ids, keys and sealed columns are as long as real ones, but nobody can open them; nothing here is ever sent or shown.
-- Constraints that look at other rows are not checked one by one: what is written fits by construction.
set session_replication_role = replica;
set synchronous_commit = off;

insert into peer (id, version, created_at, status, display_name, full_name, mobile_number, mobile_key, gmc_number,
    gmc_key, job_role, employer_keys, name_keys, capacity, monthly_cap, availability)
select md5('peer' || n)::uuid, 0, now() - interval '2 years', 'RETIRED', sealed.value, sealed.value, sealed.value,
    substr(md5('peer number' || n), 1, 22), sealed.value, substr(md5('gmc' || n), 1, 22), 'GP',
    array[substr(md5('employer' || n % 500), 1, 22)], array[substr(md5('name' || n), 1, 22)], 3, 10, ''
from generate_series(1, {peers}) as n, (select decode(repeat('5a', 48), 'hex') as value) as sealed;

insert into person_key (person_id, wrapped, created_at, wrapped_with)
select md5('requester' || n)::uuid, decode(repeat('5a', 130), 'hex'), now() - interval '310 days', {wrapping}
from generate_series(1, {requests}) as n;

insert into requester (id, version, created_at, name, contact_number, number_key, identity_key, region, age_band,
    job_role, employer_keys, name_keys, neutral_wording, language)
select md5('requester' || n)::uuid, 0, now() - interval '310 days', sealed.value, sealed.value,
    substr(md5('number' || n), 1, 22), substr(md5('identity' || n), 1, 22), sealed.value, sealed.value, sealed.value,
    '{}', array[substr(md5('requester name' || n), 1, 22)], false, 'en'
from generate_series(1, {requests}) as n, (select decode(repeat('5a', 48), 'hex') as value) as sealed;

insert into support_request (id, version, created_at, reference, requester_id, number_key, opened_through, status,
    outcome, closed_at, wish_same_peer, wish_musts, avoid_employer_keys, avoid_name_keys)
select md5('request' || n)::uuid, 3, now() - interval '310 days',
    -- Six of the 32 digits that a reference is written with, different for each n.
    (select 'PS-' || string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (n >> 5 * place & 31) + 1, 1), '')
     from generate_series(0, 5) as place),
    md5('requester' || n)::uuid, substr(md5('number' || n), 1, 22), 'API', 'CLOSED', 'COMPLETED',
    now() - interval '300 days', false, '{}', '{}', '{}'
from generate_series(1, {requests}) as n;

insert into assignment (id, version, request_id, requester_id, peer_id, relay_number, status, reasons, first_name_key,
    assigned_at, first_text_at, first_answer_at, ended_at, end_reason)
select md5('assignment' || n)::uuid, 3, md5('request' || n)::uuid, md5('requester' || n)::uuid,
    md5('peer' || 1 + n % {peers})::uuid, '+4474001' || lpad((n % 20)::text, 5, '0'), 'ENDED', '{LOWEST_LOAD}',
    substr(md5('first name' || n % 300), 1, 22), now() - interval '310 days', now() - interval '310 days',
    now() - interval '310 days', now() - interval '300 days', 'CLOSED'
from generate_series(1, {requests}) as n;

insert into relay_place (assignment_id, party, relay_number, number_key, released_at, last_used_at)
select md5('assignment' || n)::uuid, party, '+4474001' || lpad((n % 20)::text, 5, '0'),
    case party when 'PEER' then substr(md5('peer number' || 1 + n % {peers}), 1, 22)
        else substr(md5('number' || n), 1, 22) end,
    now() - interval '300 days', now() - interval '300 days'
from generate_series(1, {requests}) as n, (values ('PEER'), ('REQUESTER')) as side (party);

insert into audit_event (id, at, actor_kind, actor_id, action, subject_kind, subject_id)
select gen_random_uuid(), now() - interval '305 days', 'API_KEY', md5('key')::uuid, action, 'REQUEST',
    md5('request' || n)::uuid
from generate_series(1, {requests}) as n,
    (values ('REQUEST_OPENED'), ('REQUEST_ASSIGNED'), ('REQUEST_CLOSED')) as did (action);

insert into inbound_text (provider_key, received_at, late)
select substr(md5('sid' || n), 1, 22), now() - interval '305 days', false
from generate_series(1, {requests} * {each}) as n;

insert into message (id, assignment_id, request_id, kind, author, from_number, to_party, to_key, to_person, body_person,
    status, created_at, due_at, expires_at, attempts, provider_id, sent_at)
select md5('text' || n)::uuid, md5('assignment' || 1 + n / {each})::uuid, md5('request' || 1 + n / {each})::uuid,
    'RELAYED', 'REQUESTER', '+4474001' || lpad((n / {each} % 20)::text, 5, '0'), 'PEER',
    substr(md5('peer number' || 1 + n / {each} % {peers}), 1, 22), md5('peer' || 1 + n / {each} % {peers})::uuid,
    md5('requester' || 1 + n / {each})::uuid, 'SENT',
    now() - interval '305 days', now() - interval '305 days', now() - interval '304 days', 1,
    'k:' || substr(md5('out' || n), 1, 22), now() - interval '305 days'
from generate_series(0, {requests} * {each} - 1) as n;

reset session_replication_role;
reset synchronous_commit;
analyze;
