-- How far the service's time is ahead of the machine's; a row exists only where the simulator's clock was moved.
create table simulator_clock (
    id smallint primary key check (id = 1),
    ahead_millis bigint not null
);
