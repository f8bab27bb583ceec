-- form: set
-- expect: runs
SET 'late.data.strategy' = 'drop';
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
