-- form: demo-sensors
-- expect: runs
SELECT device, AVG(pressure) AS usual, MAX(pressure) AS most, CASE WHEN MAX(pressure) > 8 THEN 'critical' WHEN MAX(pressure) > 5 THEN 'high' ELSE 'normal' END AS state
FROM sensors GROUP BY device WINDOW TUMBLING(10m);
