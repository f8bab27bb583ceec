-- form: demo-stations
-- expect: runs
SELECT device, MIN(temperature) AS lowest, AVG(temperature) AS mean, MAX(temperature) AS highest FROM sensors GROUP BY device;
