-- form: over-range
-- expect: runs
SELECT zone, COUNT(*) OVER (ORDER BY ts) AS n FROM rides;
