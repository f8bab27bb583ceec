-- form: session
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT trader, SUM(quantity) AS q FROM trades GROUP BY trader WINDOW SESSION(4h);
