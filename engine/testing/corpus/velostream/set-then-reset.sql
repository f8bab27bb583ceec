-- form: set
-- expect: runs
SET 'late.data.strategy' = 'drop';
RESET 'late.data.strategy';
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
