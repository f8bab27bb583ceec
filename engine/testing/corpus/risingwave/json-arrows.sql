-- form: json
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT details ->> 'city' AS city FROM orders;
