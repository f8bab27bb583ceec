-- form: tumbling
-- expect: runs
SELECT zone, window_start, window_end, COUNT(*) AS n
FROM TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)
GROUP BY zone, window_start, window_end;
