-- form: interval
-- expect: runs
SELECT ordered_at - ts AS waited FROM orders WHERE ordered_at - ts > INTERVAL '5' MINUTE;
