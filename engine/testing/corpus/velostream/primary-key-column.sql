-- form: primary-key
-- expect: runs
-- notes: KEY_WITHOUT_EFFECT
SELECT symbol PRIMARY KEY, SUM(quantity) AS q FROM trades GROUP BY symbol WINDOW TUMBLING(1m);
