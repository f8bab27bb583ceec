-- form: wrong-annotations
-- expect: BAD_ANNOTATION_VALUE
-- @dialect: oracle
SELECT zone FROM rides;
