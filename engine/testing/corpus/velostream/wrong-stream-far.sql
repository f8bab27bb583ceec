-- form: wrong-names
-- expect: UNKNOWN_STREAM
SELECT zone FROM nowhere_at_all;
