-- form: case
-- expect: runs
SELECT zone, SUM(CASE WHEN fare > 50 THEN 1 ELSE 0 END) AS dear FROM rides GROUP BY zone WINDOW TUMBLING(1m);
