-- Whoever is wished for by gender or specialty is read by an index that begins with it, and by no other: the planner does
-- not know that those who are wished for often are busy, and read past everybody else who is not.
drop index peer_with_room_of_specialty;
drop index peer_with_room_of_gender;
create index peer_with_room_of_specialty on peer (specialty_key, share_in_use, last_assigned_at nulls first, id)
    where status = 'ACTIVE' and (open_assignments < capacity) is true;
create index peer_with_room_of_gender on peer (gender, share_in_use, last_assigned_at nulls first, id)
    where status = 'ACTIVE' and (open_assignments < capacity) is true;
