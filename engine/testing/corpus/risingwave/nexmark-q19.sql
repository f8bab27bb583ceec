-- form: nexmark-top-ten
-- expect: UNSUPPORTED_SUBQUERY
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY auction ORDER BY price DESC) AS place FROM bids) AS ranked WHERE place <= 10;
