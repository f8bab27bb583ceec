-- form: over-range
-- expect: UNSUPPORTED_OVER
SELECT zone, COUNT(*) OVER (ORDER BY ts) AS n FROM rides;
