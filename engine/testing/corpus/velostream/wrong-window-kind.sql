-- form: wrong-window-kind
-- expect: SYNTAX_WINDOW_KIND
-- fixed: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLNG(5m);
