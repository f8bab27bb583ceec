-- form: demo-payments
-- expect: runs
SELECT kind, MEDIAN(temperature) AS p50, PERCENTILE_CONT(temperature, 0.99) AS p99 FROM sensors GROUP BY kind WINDOW TUMBLING(1m);
