-- form: count-distinct
-- expect: runs
SELECT zone, COUNT_DISTINCT(driver) AS drivers FROM rides WINDOW TUMBLING (SIZE 1 MINUTE) GROUP BY zone EMIT CHANGES;
