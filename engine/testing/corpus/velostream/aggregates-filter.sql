-- form: filter
-- expect: runs
SELECT zone, COUNT(*) FILTER (WHERE fare > 50) AS dear, COUNT(DISTINCT driver) FILTER (WHERE shared) AS sharing FROM rides GROUP BY zone WINDOW TUMBLING(1m);
