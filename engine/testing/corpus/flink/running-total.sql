-- form: group-by
-- expect: UNSUPPORTED_RETRACTING_GROUP_BY
SELECT driver, SUM(fare) AS total FROM rides GROUP BY driver;
