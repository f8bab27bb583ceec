-- form: into
-- expect: runs
-- notes: RESULT_IS_SHOWN
SELECT zone, fare FROM rides WHERE fare > 50 INTO expensive_rides;
