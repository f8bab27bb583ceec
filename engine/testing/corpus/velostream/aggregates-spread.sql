-- form: aggregates
-- expect: runs
SELECT device, STDDEV(temperature) AS a, STDDEV_SAMP(temperature) AS b, STDDEV_POP(temperature) AS c, VARIANCE(temperature) AS d, VAR_SAMP(temperature) AS e, VAR_POP(temperature) AS f, MEDIAN(temperature) AS g FROM sensors GROUP BY device WINDOW TUMBLING(1m);
