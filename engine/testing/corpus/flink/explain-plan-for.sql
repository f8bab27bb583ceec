-- form: explain
-- expect: UNSUPPORTED_EXPLAIN
EXPLAIN PLAN FOR SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone;
