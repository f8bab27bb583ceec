-- form: primary-key
-- expect: runs
-- notes: KEY_WITHOUT_EFFECT
SELECT t.symbol AS stock primary key, COUNT(*) AS n FROM trades t GROUP BY t.symbol WINDOW TUMBLING(1m);
