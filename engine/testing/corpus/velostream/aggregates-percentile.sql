-- form: aggregates-percentile
-- expect: runs
SELECT device, PERCENTILE_CONT(0.95) WITHIN GROUP (ORDER BY temperature) AS p95, PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY temperature DESC) AS middle FROM sensors GROUP BY device WINDOW TUMBLING(1m);
