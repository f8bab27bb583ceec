-- form: annotations
-- expect: runs
-- @num_partitions: 3
-- @partitioning_strategy: fanin
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone WINDOW TUMBLING(1m);
