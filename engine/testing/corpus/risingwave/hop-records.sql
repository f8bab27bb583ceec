-- form: hopping-records
-- expect: runs
SELECT window_start, zone, fare FROM HOP(rides, ts, INTERVAL '1 minute', INTERVAL '5 minutes');
