-- form: wrong-create
-- expect: TYPE_MISMATCH
-- fixed: runs
CREATE STREAM visits (visitor BIGINT);
SELECT visitor FROM visits;
