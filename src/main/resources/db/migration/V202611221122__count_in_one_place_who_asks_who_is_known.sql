-- It is a limit like every other now, in rate_limit.
drop table recognition_asked;
