-- form: wrong-create
-- expect: UNKNOWN_STREAM
-- fixed: runs
CREATE STREAM visists (visitor STRING);
SELECT zone FROM rides;
