-- form: aggregates-statistics
-- expect: runs
SELECT device, CORR(temperature, pressure) AS a, COVAR_POP(temperature, pressure) AS b, COVAR_SAMP(temperature, pressure) AS c, REGR_SLOPE(temperature, pressure) AS d, REGR_INTERCEPT(temperature, pressure) AS e, REGR_R2(temperature, pressure) AS f FROM sensors GROUP BY device WINDOW TUMBLING(1h);
