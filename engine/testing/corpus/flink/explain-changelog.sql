-- form: explain
-- expect: UNSUPPORTED_EXPLAIN
EXPLAIN CHANGELOG_MODE SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone;
