-- form: latest-by-offset-several
-- expect: runs
SELECT zone, LATEST_BY_OFFSET(fare, 2) AS last_two FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
