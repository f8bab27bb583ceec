-- form: distinct-on
-- expect: UNSUPPORTED_DISTINCT
SELECT DISTINCT ON (driver) driver, zone FROM rides ORDER BY driver, ts DESC;
