-- form: names-in-group-by
-- expect: UNSUPPORTED_GROUP_ALIAS
SELECT UCASE(zone) AS place, COUNT(*) AS n FROM rides WINDOW TUMBLING (SIZE 5 MINUTES) GROUP BY place EMIT CHANGES;
