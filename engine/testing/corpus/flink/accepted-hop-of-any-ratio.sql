-- form: hop-group-function
-- expect: runs
SELECT COUNT(*) AS n FROM rides GROUP BY HOP(ts, INTERVAL '4' SECOND, INTERVAL '6' SECOND);
