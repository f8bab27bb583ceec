-- form: deduplicate
-- expect: UNSUPPORTED_SUBQUERY
SELECT driver, zone FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY driver ORDER BY ts DESC) AS place FROM rides) AS ranked WHERE place = 1;
