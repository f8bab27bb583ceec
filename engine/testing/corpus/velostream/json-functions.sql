-- form: json
-- expect: runs
SELECT JSON_VALUE(details, '$.city') AS city, JSON_EXTRACT(details, '$.items.0') AS first, JSON_EXISTS(details, '$.coupon') AS coupon, JSON_QUERY(details, '$.items') AS items FROM orders;
