-- form: wrong-window-kind
-- expect: SEVERAL_WINDOWS
SELECT zone, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE rides, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY zone, window_start, window_end WINDOW TUMBLING(5m);
