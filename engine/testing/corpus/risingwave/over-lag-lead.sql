-- form: over-lag
-- expect: UNSUPPORTED_OVER
SELECT driver, LAG(fare, 1) OVER (PARTITION BY driver ORDER BY ts) AS before, LEAD(fare, 3) OVER (PARTITION BY driver ORDER BY ts) AS after FROM rides EMIT ON WINDOW CLOSE;
