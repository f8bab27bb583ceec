-- form: names-in-group-by
-- expect: UNSUPPORTED_GROUP_ALIAS
SELECT UPPER(zone) AS place, COUNT(*) AS n FROM rides GROUP BY place;
