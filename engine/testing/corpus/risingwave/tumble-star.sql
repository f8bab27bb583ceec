-- form: window-function-plain
-- expect: runs
SELECT * FROM TUMBLE(rides, ts, INTERVAL '1 minute');
