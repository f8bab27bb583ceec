-- form: nexmark-sessions
-- expect: UNSUPPORTED_SUBQUERY
SELECT bidder, COUNT(*) AS n, opened FROM (
  SELECT bidder, FIRST_VALUE(ts) OVER (PARTITION BY bidder ORDER BY ts SESSION WITH GAP INTERVAL '10' SECOND) AS opened FROM bids
) AS s GROUP BY bidder, opened EMIT ON WINDOW CLOSE;
