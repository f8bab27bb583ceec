-- form: row
-- expect: runs
SELECT ROW(zone, fare) AS ride FROM rides;
