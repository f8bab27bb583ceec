-- form: over-range
-- expect: UNSUPPORTED_OVER
SELECT zone, SUM(fare) OVER (PARTITION BY zone ORDER BY ts RANGE BETWEEN INTERVAL '5 minutes' PRECEDING AND CURRENT ROW) AS last_minutes FROM rides;
