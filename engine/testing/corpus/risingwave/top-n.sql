-- form: top-n
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, driver, fare FROM (SELECT zone, driver, fare, ROW_NUMBER() OVER (PARTITION BY zone ORDER BY fare DESC) AS place FROM rides) AS ranked WHERE place <= 3;
