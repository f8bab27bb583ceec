-- form: star-except
-- expect: runs
SELECT * EXCEPT (shared, distance) FROM rides;
