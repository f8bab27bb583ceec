-- form: hopping-labels
-- expect: runs
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW HOPPING(ADVANCE BY 2 MINUTES, SIZE 10 MINUTES);
