-- form: demo-sensors
-- expect: runs
SELECT device, temperature, CASE WHEN pressure < 5 THEN 'critical' WHEN pressure < 10 THEN 'low' ELSE 'fine' END AS pressure_state FROM sensors WHERE temperature > 80;
