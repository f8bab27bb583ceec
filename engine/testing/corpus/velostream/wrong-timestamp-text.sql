-- form: wrong-types
-- expect: BAD_TIME
SELECT zone FROM rides WHERE ts > TIMESTAMP 'yesterday';
