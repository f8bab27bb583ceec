-- form: star-except
-- expect: UNSUPPORTED_PRESET
-- expect-under-velostream: runs
SELECT * EXCEPT (shared, distance) FROM rides;
