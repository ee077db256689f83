-- Minutes of a week, Monday 00:00 first, in the peer's own zone; null where no hours are named, which means any time.
create function minutes_of_week(hours text) returns int4multirange
    language sql immutable parallel safe
    return (
        select range_agg(part)
        from unnest(string_to_array(hours, ';')) as span (written)
        cross join lateral (
            select (array_position(
                        array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'],
                        split_part(written, ' ', 1)) - 1) * 1440 as day_begins,
                   split_part(split_part(written, ' ', 2), ':', 1)::int * 60
                       + split_part(split_part(written, ' ', 2), ':', 2)::int as from_minute,
                   split_part(split_part(written, ' ', 3), ':', 1)::int * 60
                       + split_part(split_part(written, ' ', 3), ':', 2)::int as to_minute
        ) as time
        cross join lateral (
            select day_begins + from_minute as begins,
                   -- The last minute belongs to the span, and a span may run past midnight, on Sunday into Monday.
                   day_begins + to_minute + 1 + case when from_minute < to_minute then 0 else 1440 end as ends
        ) as within
        cross join lateral (
            values (int4range(begins, least(ends, 10080))), (int4range(0, greatest(ends - 10080, 0)))
        ) as parts (part)
        where written <> '' and not isempty(part)
    );

alter table peer
    -- When the counted assignments of the last 30 days began, oldest first.
    add column recent timestamptz[] not null default '{}',
    add column share_in_use double precision not null
        generated always as (open_assignments::double precision / capacity) stored,
    -- At the cap as long as this moment is less than 30 days ago.
    add column capped_by timestamptz
        generated always as (recent[cardinality(recent) - monthly_cap + 1]) stored,
    -- When the cap gives room again, and nobody has looked yet who could have it.
    add column room_again_at timestamptz,
    add column specialty_key text generated always as (lower(specialty)) stored,
    add column minutes_offered int4multirange generated always as (minutes_of_week(availability)) stored;

-- A peer's turn is not used up by a request that was handed back, or whose requester never wrote.
alter table assignment add column counts boolean not null default true;

update peer set recent = coalesce(
    (select array_agg(a.assigned_at order by a.assigned_at) from assignment a
     where a.peer_id = peer.id and a.assigned_at > now() - interval '720 hours'), '{}');

drop index peer_with_room;
create index peer_with_room on peer (share_in_use, last_assigned_at nulls first, id)
    where status = 'ACTIVE' and open_assignments < capacity;
create index peer_with_room_of_specialty on peer (specialty_key, share_in_use, last_assigned_at nulls first, id)
    where status = 'ACTIVE' and open_assignments < capacity;
create index peer_with_room_of_gender on peer (gender, share_in_use, last_assigned_at nulls first, id)
    where status = 'ACTIVE' and open_assignments < capacity;
create index peer_taking_part on peer (id) where status = 'ACTIVE';
create index room_again_in_time on peer (room_again_at) where room_again_at is not null;

create index assignment_between on assignment (requester_id, peer_id);
create index requester_of_identity on requester (identity_key);
create index never_again_of_number on never_again (number_key);
create index never_again_of_identity on never_again (identity_key);
