create index relay_place_resting on relay_place (last_used_at) where released_at is not null;
