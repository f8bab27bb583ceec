-- form: wrong-duration
-- expect: SYNTAX_DURATION
SELECT zone, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 5 MINS2) GROUP BY zone EMIT CHANGES;
