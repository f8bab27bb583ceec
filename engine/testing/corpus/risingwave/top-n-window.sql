-- form: top-n-window
-- expect: UNSUPPORTED_SUBQUERY
SELECT window_start, zone, fare FROM (SELECT window_start, window_end, zone, fare, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY fare DESC) AS place FROM TUMBLE(rides, ts, INTERVAL '1 hour')) AS ranked WHERE place <= 3 EMIT ON WINDOW CLOSE;
