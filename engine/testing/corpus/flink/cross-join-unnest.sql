-- form: unnest
-- expect: UNSUPPORTED_JOIN
SELECT o.order_id, tag FROM orders AS o CROSS JOIN UNNEST(ARRAY[o.region, o.customer]) AS t (tag);
