-- form: wrong-annotations
-- expect: CONTRADICTING_ANNOTATIONS
-- @num_partitions: 2
-- @partition_count: 3
SELECT zone FROM rides;
