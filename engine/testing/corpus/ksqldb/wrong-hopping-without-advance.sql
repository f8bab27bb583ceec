-- form: wrong-window-arguments
-- expect: SYNTAX_WINDOW_ARGUMENT
SELECT zone, COUNT(*) AS n FROM rides WINDOW HOPPING (SIZE 5 MINUTES) GROUP BY zone EMIT CHANGES;
