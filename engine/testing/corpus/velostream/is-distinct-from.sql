-- form: is-distinct-from
-- expect: runs
SELECT fare FROM rides WHERE zone IS DISTINCT FROM 'north' AND driver IS NOT DISTINCT FROM NULL;
