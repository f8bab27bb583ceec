-- form: annotations
-- expect: runs
-- @partition_count: 2
-- @partitioning_strategy: sticky
SELECT zone, fare FROM rides;
