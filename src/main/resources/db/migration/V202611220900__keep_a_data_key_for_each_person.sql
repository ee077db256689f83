-- Everything personal is sealed with the key of its person; the key itself is wrapped by the master keyset.
create table person_key (
    person_id uuid primary key,
    wrapped bytea,
    created_at timestamptz not null,
    destroyed_at timestamptz,
    constraint wrapped_until_destroyed check ((wrapped is null) = (destroyed_at is not null))
);

-- One sealed word: a start with another keyset is refused before it writes anything.
create table keyset_proof (
    id smallint primary key check (id = 1),
    sealed bytea not null
);
