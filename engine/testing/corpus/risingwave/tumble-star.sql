-- form: window-function-plain
-- expect: UNSUPPORTED_PLAIN_WINDOW
SELECT * FROM TUMBLE(rides, ts, INTERVAL '1 minute');
