-- form: wrong-window-bound
-- expect: WINDOW_BOUND_IN_GROUP_BY
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone, window_start WINDOW TUMBLING(5m);
