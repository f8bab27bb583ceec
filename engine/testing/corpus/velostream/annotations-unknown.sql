-- form: annotations
-- expect: runs
-- fixed: runs
-- notes: UNKNOWN_ANNOTATION
-- @num_partition: 4
SELECT zone, fare FROM rides;
