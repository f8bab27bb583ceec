-- form: deduplicate
-- expect: UNSUPPORTED_SUBQUERY
SELECT driver, zone FROM (SELECT driver, zone, ROW_NUMBER() OVER (ROWS WINDOW BUFFER 10 ROWS PARTITION BY driver ORDER BY ts DESC) AS place FROM rides) AS ranked WHERE place = 1;
