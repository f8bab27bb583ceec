-- form: tumbling-between-from-and-where
-- expect: runs
-- ksqlDB's place of the window, under the native rules
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) WHERE fare > 5 GROUP BY zone;
