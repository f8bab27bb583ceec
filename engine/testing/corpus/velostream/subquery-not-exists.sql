-- form: subquery-exists
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone FROM rides r WHERE NOT EXISTS (SELECT 1 FROM tips t WHERE t.ride_id = r.ride_id);
