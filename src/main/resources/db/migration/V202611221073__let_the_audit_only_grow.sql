-- Append-only for everybody who comes by SQL: for the application's role by privilege, for any role by trigger.
create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the audit only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_event_only_grows before update or delete on audit_event
    for each statement execute function audit_only_grows();

-- The audit in sealed blocks, each with the hash of the one before: what was changed, removed or slipped in later shows.
create table audit_block (
    number bigint primary key,
    -- Every entry of a transaction before this one is in this block or an earlier one.
    before_transaction xid8 not null,
    events bigint not null,
    sealed_at timestamptz not null,
    previous_hash bytea not null,
    hash bytea not null
);
create trigger audit_block_only_grows before update or delete on audit_block
    for each statement execute function audit_only_grows();

create table audit_sealed (
    event_id uuid primary key,
    block bigint not null references audit_block
);
create index audit_sealed_in_block on audit_sealed (block, event_id);
create trigger audit_sealed_only_grows before update or delete on audit_sealed
    for each statement execute function audit_only_grows();

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'peerline_app') then
        revoke update, delete, truncate on audit_event, audit_block, audit_sealed from peerline_app;
    end if;
end $$;
