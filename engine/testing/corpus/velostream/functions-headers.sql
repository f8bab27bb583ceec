-- form: functions-headers
-- expect: UNSUPPORTED_FUNCTION
SELECT HEADER('trace') AS trace, zone FROM rides;
