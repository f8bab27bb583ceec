-- form: session
-- expect: UNSUPPORTED_SUBQUERY
SELECT driver, opened, COUNT(*) AS n FROM (
  SELECT driver, FIRST_VALUE(ts) OVER (PARTITION BY driver ORDER BY ts SESSION WITH GAP INTERVAL '30 seconds') AS opened FROM rides
) AS s GROUP BY driver, opened EMIT ON WINDOW CLOSE;
