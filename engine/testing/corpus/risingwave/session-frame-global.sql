-- form: session-global
-- expect: UNSUPPORTED_OVER
SELECT FIRST_VALUE(ts) OVER (ORDER BY ts SESSION WITH GAP INTERVAL '30 seconds') AS opened FROM rides;
