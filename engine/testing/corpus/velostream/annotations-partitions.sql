-- form: annotations
-- expect: runs
-- @num_partitions: 4
-- @partitioning_strategy: hash
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
