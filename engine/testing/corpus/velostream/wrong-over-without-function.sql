-- form: wrong-aggregates
-- expect: UNSUPPORTED_OVER
SELECT UPPER(zone) OVER (PARTITION BY zone ORDER BY ts) AS x FROM rides;
