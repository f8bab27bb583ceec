-- form: case
-- expect: runs
SELECT zone, CASE WHEN COUNT(*) > 10 THEN 'busy' ELSE 'quiet' END AS mood FROM rides GROUP BY zone WINDOW TUMBLING(1m);
