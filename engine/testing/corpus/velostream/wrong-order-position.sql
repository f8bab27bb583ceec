-- form: order-by
-- expect: WRONG_ORDER_POSITION
SELECT zone, COUNT(*) AS n FROM rides GROUP BY zone ORDER BY 3;
