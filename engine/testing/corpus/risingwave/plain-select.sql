-- form: plain-select
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT zone, fare FROM rides WHERE fare > 5;
