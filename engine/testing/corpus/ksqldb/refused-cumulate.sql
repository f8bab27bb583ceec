-- form: cumulate
-- expect: UNSUPPORTED_CUMULATE
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW CUMULATE (ts, 1m, 5m) EMIT CHANGES;
