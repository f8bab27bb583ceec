-- form: over-rows
-- expect: runs
SELECT zone, AVG(fare) OVER (PARTITION BY zone ORDER BY ts ROWS BETWEEN 9 PRECEDING AND CURRENT ROW) AS last_ten FROM rides;
