-- form: group-by-global
-- expect: UNSUPPORTED_GROUPING_SETS
SELECT COUNT(*) AS n FROM rides GROUP BY ();
