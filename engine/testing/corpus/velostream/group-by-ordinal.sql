-- form: group-by-position
-- expect: UNSUPPORTED_GROUP_BY_POSITION
SELECT zone, COUNT(*) AS n FROM rides GROUP BY 1;
