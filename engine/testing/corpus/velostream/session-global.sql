-- form: session-global
-- expect: runs
SELECT COUNT(*) AS n, _window_start AS opened, _window_end AS closed FROM rides WINDOW SESSION(INTERVAL '30' SECOND);
