-- Why nobody was found is asked of those who take part, with room or without.
create index peer_taking_part_of_specialty on peer (specialty_key, id) where status = 'ACTIVE';
create index peer_taking_part_of_gender on peer (gender, specialty_key, id) where status = 'ACTIVE';
