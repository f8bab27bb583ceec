-- form: into
-- expect: runs
-- notes: RESULT_IS_SHOWN
SELECT zone, fare FROM rides INTO expensive_rides WITH ('late.data.strategy' = 'drop');
