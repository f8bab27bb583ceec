-- form: over-named-window
-- expect: runs
SELECT zone, SUM(fare) OVER w AS total, AVG(fare) OVER w AS mean FROM rides WINDOW w AS (PARTITION BY zone ORDER BY ts ROWS BETWEEN 9 PRECEDING AND CURRENT ROW);
