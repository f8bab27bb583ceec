-- form: wrong-options
-- expect: UNKNOWN_COLUMN
SELECT zone FROM rides WITH ('event.time.field' = 'tz');
