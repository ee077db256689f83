alter table support_request
    -- The rule after which nobody was left, when somebody was last looked for.
    add column waiting_rule text,
    -- Musts without which somebody would have been found: any one of them, or only all together.
    add column waiting_easing text[] not null default '{}',
    add column waiting_easing_together boolean not null default false,
    -- When to look again without being called: at once after the first look, then now and then.
    add column look_at timestamptz;

-- First come first served goes by when the request was opened, however often it changed hands.
drop index waiting_in_order;
create index waiting_in_order on support_request (created_at, id) where status = 'WAITING';
create index waiting_to_look_at on support_request (look_at, id) where status = 'WAITING' and look_at is not null;
update support_request set look_at = waiting_since where status = 'WAITING';

-- A peer may have room now, and those who wait have not been asked yet. Rows are only added by whoever makes room, so
-- that nobody waits here for anybody.
create table free_place (
    id bigint generated always as identity primary key,
    peer_id uuid not null references peer on delete cascade,
    since timestamptz not null
);
create index free_place_of_peer on free_place (peer_id);
