-- A keyset whose index keys are others would find nobody: it is refused at the start.
create table index_proof (
    id smallint primary key check (id = 1),
    proof text not null
);
