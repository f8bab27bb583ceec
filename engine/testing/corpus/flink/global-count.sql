-- form: group-by-global
-- expect: UNSUPPORTED_RETRACTING_GROUP_BY
SELECT COUNT(*) AS n FROM rides;
