-- form: top-n-window
-- expect: runs
SELECT zone, TOPK(fare, 3) AS best FROM rides WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY zone EMIT CHANGES;
