-- form: wrong-names
-- expect: UNKNOWN_COLUMN
-- fixed: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(tz, 5m);
