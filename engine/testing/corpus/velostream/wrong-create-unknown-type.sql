-- form: wrong-create
-- expect: UNKNOWN_TYPE
-- fixed: runs
CREATE STREAM visits (visitor STRIN, at TIMESTAMP);
SELECT visitor FROM visits;
