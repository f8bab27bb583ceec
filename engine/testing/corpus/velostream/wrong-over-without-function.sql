-- form: wrong-aggregates
-- expect: NOT_AN_OVER_FUNCTION
SELECT UPPER(zone) OVER (PARTITION BY zone ORDER BY ts) AS x FROM rides;
