-- What was texted to a handset that never became a requester's is forgotten with its intake.
create index message_to_stranger on message (to_key) where to_party = 'STRANGER' and to_number is not null;
