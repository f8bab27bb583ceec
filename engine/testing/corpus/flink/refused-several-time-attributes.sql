-- form: several-times
-- expect: UNSUPPORTED_SEVERAL_TIME_ATTRIBUTES
SELECT ts, ts AS again, zone FROM rides;
