-- form: lateral
-- expect: UNSUPPORTED_JOIN
SELECT o.order_id, word FROM orders AS o, LATERAL TABLE(split_words(o.details)) AS t (word);
