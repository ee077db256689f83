-- What one side of a conversation did of itself is in that side's copy only. Nobody has it of whom it is not known.
alter table coordinator_task add column sides text[] not null default '{}';
update coordinator_task t
set sides = coalesce(
        (select array_agg(distinct e.actor_kind order by e.actor_kind)
         from audit_event e
         where e.subject_id = t.subject_id and e.action = t.kind and e.actor_kind in ('PEER', 'REQUESTER')
           and e.at between t.raised_at - interval '10 seconds' and t.last_raised_at + interval '10 seconds'),
        '{}')
where t.subject_kind = 'ASSIGNMENT';
