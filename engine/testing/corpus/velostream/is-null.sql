-- form: is-null
-- expect: runs
SELECT fare FROM rides WHERE zone IS NULL OR driver IS NOT NULL;
