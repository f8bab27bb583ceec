-- form: over-range
-- expect: runs
SELECT zone, SUM(fare) OVER (PARTITION BY zone ORDER BY ts RANGE BETWEEN INTERVAL '5' MINUTE PRECEDING AND CURRENT ROW) AS last_minutes FROM rides;
