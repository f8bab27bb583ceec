-- form: over-lag
-- expect: runs
SELECT driver, LAG(fare, 1) OVER (PARTITION BY driver ORDER BY ts) AS before FROM rides;
