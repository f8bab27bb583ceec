-- form: distinct
-- expect: UNSUPPORTED_DISTINCT
SELECT DISTINCT zone FROM rides;
