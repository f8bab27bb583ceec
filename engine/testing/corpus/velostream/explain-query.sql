-- form: explain
-- expect: UNSUPPORTED_EXPLAIN
EXPLAIN SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
