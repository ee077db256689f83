-- What a retired peer has open, and what one who pauses does not want to keep, goes to other peers.
alter table peer add column hand_over boolean not null default false;
update peer set hand_over = true where status = 'RETIRED';
create index peer_to_relieve on peer (id) where hand_over and open_assignments > 0;
