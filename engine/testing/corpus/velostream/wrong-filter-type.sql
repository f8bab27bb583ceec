-- form: wrong-types
-- expect: TYPE_MISMATCH
SELECT zone, COUNT(*) FILTER (WHERE fare) AS n FROM rides GROUP BY zone;
