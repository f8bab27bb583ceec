-- form: wrong-window-bound
-- expect: WINDOW_BOUND_WITHOUT_WINDOW
SELECT zone, _window_start AS opened, COUNT(*) AS n FROM rides GROUP BY zone;
