-- form: wrong-options
-- expect: UNKNOWN_OPTION
-- fixed: runs
SELECT zone FROM rides WITH ('watermark.strategi' = 'ascending');
