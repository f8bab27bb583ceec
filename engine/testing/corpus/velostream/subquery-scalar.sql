-- form: subquery-scalar
-- expect: UNSUPPORTED_SUBQUERY
SELECT zone, fare - (SELECT AVG(fare) FROM rides) AS above FROM rides;
