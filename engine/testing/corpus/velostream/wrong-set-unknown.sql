-- form: wrong-set
-- expect: UNKNOWN_OPTION
-- fixed: runs
SET 'watermark.stratgy' = 'ascending';
SELECT zone FROM rides;
