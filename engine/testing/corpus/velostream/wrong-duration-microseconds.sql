-- form: wrong-duration
-- expect: SYNTAX_DURATION
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(250us);
