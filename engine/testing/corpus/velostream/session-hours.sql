-- form: session
-- expect: runs
SELECT trader, SUM(quantity) AS q FROM trades GROUP BY trader WINDOW SESSION(4h);
