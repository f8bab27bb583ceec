-- form: wrong-emit
-- expect: EMIT_WITHOUT_WINDOW
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone EMIT ON WINDOW CLOSE;
