-- form: hop-group-function
-- expect: runs
SELECT zone, HOP_START(ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) AS opened, COUNT(*) AS n FROM rides GROUP BY zone, HOP(ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE);
