-- form: wrong-annotations
-- expect: BAD_ANNOTATION_VALUE
-- @num_partitions: many
SELECT zone FROM rides;
