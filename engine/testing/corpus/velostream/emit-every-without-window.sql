-- form: emit-every-rows
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT EVERY 100 ROWS;
