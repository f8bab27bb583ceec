-- form: wrong-window-kind
-- expect: SYNTAX_WINDOW_KIND
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW MOON(5m);
