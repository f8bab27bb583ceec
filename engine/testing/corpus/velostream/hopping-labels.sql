-- form: hopping-labels
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW HOPPING(SIZE 10 MINUTES, ADVANCE BY 2 MINUTES);
