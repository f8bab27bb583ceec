-- form: hopping
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides WINDOW HOPPING (SIZE 5 MINUTES, ADVANCE BY 1 MINUTE) GROUP BY zone EMIT CHANGES;
