-- form: interval
-- expect: runs
SELECT ts + INTERVAL '90' SECOND AS later, ts - INTERVAL '1' DAY AS before FROM rides;
