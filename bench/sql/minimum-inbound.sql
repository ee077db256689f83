\set n random(1, 1000)
\set sid random(1, 9000000000000000000)
with fresh as (insert into inbound (provider_key, received_at) values (md5((:sid)::bigint::text), now()) on conflict do nothing returning 1), found as (select assignment_id from place where relay_number = '+4474001' || lpad(((:n)::int % 20)::text, 5, '0') and number_key = md5((:n)::int::text)) insert into owed (assignment_id, body, status, due_at) select assignment_id, decode(repeat('5a', 90), 'hex'), 'QUEUED', now() from found, fresh;
