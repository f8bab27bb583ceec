-- form: deduplicate
-- expect: UNSUPPORTED_SUBQUERY
SELECT driver, zone, ts FROM (
  SELECT driver, zone, ts, ROW_NUMBER() OVER (PARTITION BY driver ORDER BY ts DESC) AS row_num FROM rides
) WHERE row_num = 1;
