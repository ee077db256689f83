-- One row: up to when the provider's list of inbound texts has been compared with ours, and who does it now.
create table reconciliation (
    id integer primary key check (id = 1),
    next_at timestamptz not null,
    claimed_until timestamptz,
    seen_until timestamptz
);
