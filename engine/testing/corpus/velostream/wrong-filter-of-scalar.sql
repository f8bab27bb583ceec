-- form: wrong-aggregates
-- expect: NOT_AN_AGGREGATE
SELECT UPPER(zone) FILTER (WHERE shared) AS x FROM rides;
