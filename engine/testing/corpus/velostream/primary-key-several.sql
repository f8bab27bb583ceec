-- form: primary-key
-- expect: runs
-- notes: KEY_WITHOUT_EFFECT
SELECT symbol PRIMARY KEY, exchange PRIMARY KEY, COUNT(*) AS n FROM trades GROUP BY symbol, exchange WINDOW TUMBLING(1m);
