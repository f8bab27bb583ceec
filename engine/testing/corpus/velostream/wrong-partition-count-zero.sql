-- form: wrong-annotations
-- expect: BAD_ANNOTATION_VALUE
-- @num_partitions: 0
SELECT zone FROM rides;
