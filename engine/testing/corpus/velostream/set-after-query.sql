-- form: set
-- expect: runs
-- notes: SETTING_AFTER_QUERY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
SET 'late.data.strategy' = 'drop';
