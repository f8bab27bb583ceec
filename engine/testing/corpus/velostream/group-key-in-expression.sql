-- form: group-by-expression
-- expect: runs
SELECT zone || '!' AS shouted, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
