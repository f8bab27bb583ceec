-- form: annotations
-- expect: runs
-- @num_partitions: 3
-- @partitioning_strategy: roundrobin
SELECT zone, fare FROM rides;
