-- form: latest-by-offset
-- expect: runs
SELECT zone, LATEST_BY_OFFSET(fare) AS last, EARLIEST_BY_OFFSET(fare) AS first FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
