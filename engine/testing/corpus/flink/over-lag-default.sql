-- form: over-lag
-- expect: runs
SELECT driver, LAG(fare, 2, 0) OVER (PARTITION BY driver ORDER BY ts) AS before FROM rides;
