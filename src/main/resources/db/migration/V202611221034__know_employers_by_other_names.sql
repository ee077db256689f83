-- Names of organisations, not of people, so in clear; the keys are compared with those of peers and requesters.
create table employer_alias (
    id uuid primary key,
    created_at timestamptz not null,
    alias text not null,
    employer text not null,
    alias_key text not null,
    employer_key text not null,
    constraint one_alias_once unique (alias_key, employer_key),
    constraint alias_of_another check (alias_key <> employer_key)
);
create index employer_alias_of_employer on employer_alias (employer_key);
