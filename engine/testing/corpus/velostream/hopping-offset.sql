-- form: hopping-offset
-- expect: UNSUPPORTED_WINDOW_KIND
SELECT symbol, COUNT(*) AS n FROM trades GROUP BY symbol WINDOW HOPPING(10m, 5m, OFFSET 1m);
