-- form: json
-- expect: runs
SELECT details::jsonb -> 'customer' ->> 'city' AS city FROM orders;
