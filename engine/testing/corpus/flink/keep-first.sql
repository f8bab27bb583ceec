-- form: deduplicate
-- expect: UNSUPPORTED_SUBQUERY
SELECT driver, zone FROM (SELECT driver, zone, ROW_NUMBER() OVER (PARTITION BY driver ORDER BY ts ASC) AS row_num FROM rides) WHERE row_num = 1;
