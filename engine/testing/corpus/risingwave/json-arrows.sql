-- form: json
-- expect: runs
SELECT details ->> 'city' AS city FROM orders;
