-- form: session-key
-- expect: runs
SELECT p.trader, COUNT(*) AS n FROM trades p GROUP BY p.trader WINDOW SESSION(p.ts, INTERVAL '4' HOUR, p.trader);
