-- form: order-by
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone ORDER BY n DESC EMIT CHANGES;
