-- form: interval-calendar
-- expect: UNSUPPORTED_CALENDAR_UNIT
SELECT ts + INTERVAL '1' MONTH AS later FROM rides;
