-- form: gap-fill
-- expect: UNSUPPORTED_TABLE_FORM
SELECT * FROM GAP_FILL(rides, ts, INTERVAL '1' MINUTE);
