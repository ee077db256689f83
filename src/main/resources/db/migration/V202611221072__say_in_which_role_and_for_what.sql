alter table audit_event
    -- The roles of whoever acted, at that moment: keys and people change theirs.
    add column actor_roles text,
    -- Why, where a reason was asked; a code.
    add column purpose text,
    -- Tells which transactions are over for good, so that the seal can follow behind without a lock and miss nothing.
    add column transaction xid8 not null default pg_current_xact_id();
create index audit_event_in_order on audit_event (transaction, id);
