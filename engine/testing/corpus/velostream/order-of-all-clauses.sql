-- form: clause-order
-- expect: UNSUPPORTED_RANKING
SELECT zone, COUNT(*) AS n FROM rides WHERE fare > 1 GROUP BY zone WINDOW TUMBLING(1m) HAVING COUNT(*) > 1 ORDER BY n LIMIT 10 EMIT CHANGES WITH ('late.data.strategy' = 'drop');
