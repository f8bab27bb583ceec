-- form: wrong-annotations
-- expect: BAD_ANNOTATION_VALUE
-- fixed: runs
-- @partitioning_strategy: stiky
SELECT zone FROM rides;
