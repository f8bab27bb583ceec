-- form: top-n
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, fare FROM (SELECT zone, fare, ROW_NUMBER() OVER (ROWS WINDOW BUFFER 100 ROWS PARTITION BY zone ORDER BY fare DESC) AS place FROM rides) AS ranked WHERE place <= 3;
