-- form: aggregates-percentile
-- expect: runs
SELECT device, PERCENTILE_CONT(temperature, 0.95) AS p95 FROM sensors GROUP BY device WINDOW TUMBLING(1m);
