-- form: nexmark-new-users
-- expect: UNSUPPORTED_JOIN
SELECT p.id, p.name, p.window_start FROM (
  SELECT id, name, window_start FROM TUMBLE(people, ts, INTERVAL '10' SECOND) GROUP BY id, name, window_start
) AS p JOIN (
  SELECT seller, window_start FROM TUMBLE(auctions, ts, INTERVAL '10' SECOND) GROUP BY seller, window_start
) AS a ON p.id = a.seller AND p.window_start = a.window_start;
